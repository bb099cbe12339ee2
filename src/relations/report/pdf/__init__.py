"""The dossier as a PDF file; :func:`relations.report.pdf.render.render` is its door.

.. code-block:: text

    blocks ─► targets    is there a place for every link?
       │
       ▼
    compose ─► words ─► lines          text is broken once, for a width known beforehand
       │
       ▼
    flows, tables, figures, timeline   what a page can hold, and where each may be cut
       │
       ▼
    page ─► bytes                      running head and foot, page n / N, properties
"""
