"""The dossier as a PDF file; :func:`relations.report.pdf.render.render` is its door.

.. code-block:: text

    blocks ─► targets    is there a place for every link?
       │
       ▼
    compose ─► inlines ─► words ─► lines   text is broken once, for a width known beforehand
       │
       ▼
    flows, tables, figures, timeline       what a page can hold, and where each may be cut
       │
       ▼
    page ─► canvas ◄─ ink, strokes, tags   what is drawn, and what it is
               │
               ▼
            archive, embedding, writer     metadata, colours, attachments, fonts; the file
"""
