"""Makes posters with Typst or WeasyPrint inside Python: as many processes as asked for, each with its template and faces at hand.

    posters.py typst FOLDER COUNT JOBS
    posters.py weasyprint FOLDER COUNT JOBS

FOLDER is what `content.py` wrote. `compare.py` runs this with many posters and with few: the difference is what posters cost, without
what Python and the peer cost to start.
"""

import multiprocessing
import sys
from pathlib import Path


def with_typst(folder: Path, names: list[str]) -> None:
    """Posters by the template of `typst/`, tagged for PDF/UA-1, which Typst checks as it writes."""
    import typst

    root = folder / "typst"
    compiler = typst.Compiler(str(root / "poster.typ"), root=str(root), font_paths=[str(root / "fonts")], ignore_system_fonts=True)
    for name in names:
        pdf = compiler.compile(sys_inputs={"poster": f"posters/{name}.json"}, pdf_standards=["ua-1"])
        (folder / "made" / f"typst-{name.replace('/', '-')}.pdf").write_bytes(pdf)


def with_weasyprint(folder: Path, names: list[str]) -> None:
    """Posters by the pages of `html/`, tagged for PDF/UA-1."""
    import weasyprint

    for name in names:
        flat = name.replace("/", "-")
        pdf = weasyprint.HTML(folder / "html" / f"{flat}.html").write_pdf(pdf_variant="pdf/ua-1")
        (folder / "made" / f"weasyprint-{flat}.pdf").write_bytes(pdf)


def main() -> None:
    """Shares the posters out among processes."""
    peer, folder, count, jobs = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    make = {"typst": with_typst, "weasyprint": with_weasyprint}[peer]
    top = folder / "typst" / "posters"
    names = [str(path.relative_to(top).with_suffix("")) for path in sorted(top.glob("*/*.json"))][:count]
    (folder / "made").mkdir(exist_ok=True)
    workers = [multiprocessing.Process(target=make, args=(folder, names[job::jobs])) for job in range(jobs)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if any(worker.exitcode for worker in workers):
        sys.exit("a poster could not be made")


if __name__ == "__main__":
    main()
