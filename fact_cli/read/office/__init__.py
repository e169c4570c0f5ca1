"""What the readers of word processors' files share, and the parts of each.

The standard library's parser does the work. docx2python (3.7) was tried first: it keeps what
was moved away, hidden text and both forms of a text box, loses no-break hyphens and writes
links and symbols as HTML. odfdo (3.27) gives deleted paragraphs and comments among the others,
runs notes into the sentence that calls them, and its formatted text drops repeated spaces
("15   euros" becomes "15euros"). Both refuse XML nested deeper than lxml allows. They stay in
the tests, as writers and as second readers of simple documents.
"""
