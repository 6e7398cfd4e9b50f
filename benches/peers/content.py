"""Writes the same content for Noticeboard and for its peers.

Comes in: the demo pack, and how many councils there are to be. Goes out, in one folder:

    pack/     the demo pack for so many councils, from one table, as `benches/national.rs` has it
    one/      the same for one council, to know what a build costs before it makes anything
    output/   what Noticeboard made of `pack/`: of each council, `pack.json` says all its words
    typst/    a template, and the words of each poster as JSON
    html/     a page for each poster, for WeasyPrint
    hugo/     a site with the pages of all councils

What the peers get comes from `pack.json`, so that terms are swapped and places filled in as Noticeboard does it, and they need not do it.
"""

import argparse
import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from string import Template

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
THEME = ROOT / "themes" / "default"
ICONS = {"do": "tick", "caution": "caution", "dont": "cross"}
INKS = {"do": "#0b6b37", "caution": "#8a5a00", "dont": "#b3121d"}
FACES = ("Regular", "Bold", "Black")


def write(path: Path, text: str) -> None:
    """Writes a file, and the folders it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def pack(folder: Path, councils: int) -> None:
    """The demo pack without its editions, for so many councils."""
    shutil.copytree(ROOT / "content", folder, ignore=shutil.ignore_patterns("editions", "editions.csv"))
    rows = ["id,name,region,url,branding.primary,contacts.duty-team.phone,document.identifier"]
    for number in range(councils):
        colour = f"#{number * 7 % 96:02x}{(number * 13 + 40) % 96:02x}{(number * 29 + 60) % 96:02x}"
        rows.append(
            f"council-{number:03},Council {number:03},Region {number % 12},https://council-{number:03}.example/,"
            f"{colour},01632 960 {number % 1000:03},C-{number:03}"
        )
    write(folder / "editions.csv", "\n".join(rows) + "\n")


def day(date: str) -> str:
    """A date as people write it: 1 September 2026."""
    year, month, number = date.split("-")
    months = "January February March April May June July August September October November December".split()
    return f"{int(number)} {months[int(month) - 1]} {year}"


def poster(edition: dict, channel: dict) -> dict:
    """What stands on the poster of a channel."""
    levels = {level["id"]: level for level in edition["levels"]}
    document = edition["document"]
    return {
        "publisher": edition["publisher"]["name"],
        "strapline": edition["publisher"]["strapline"],
        "colour": edition["publisher"]["colour"],
        "title": channel["title"],
        "icon": channel["icon"],
        "summary": channel["summary"]["text"],
        "headline": channel["headline"]["text"],
        "headline_note": channel["headline_note"]["text"],
        "levels": [
            {
                "label": levels[level["level"]]["label"],
                "tone": levels[level["level"]]["tone"],
                "statements": [statement["short"]["text"] for statement in level["statements"]],
            }
            for level in channel["levels"]
        ],
        "safeguards_label": edition["labels"]["safeguards"],
        "safeguards": [statement["short"]["text"] for statement in channel["safeguards"]],
        "consequences_label": edition["labels"]["consequences"],
        "consequences": [
            {
                "label": levels[level["level"]]["label"],
                "tone": levels[level["level"]]["tone"],
                "text": level["consequence"]["text"],
            }
            for level in channel["levels"]
            if level["consequence"]
        ],
        "contacts_label": edition["labels"]["contacts"],
        "contacts": [
            {"name": contact["name"], "phone": contact["phone"]}
            for contact in edition["contacts"]
            if contact["id"] in ("emergency", "duty-team", "out-of-hours", "designated-officer")
        ],
        "control": f"{document['identifier']}   Version {document['version']}   Issued {day(document['issued'])}   "
        f"Review by {day(document['review'])}   {document['licence']['name']}",
    }


def typst(folder: Path, posters: dict[str, dict]) -> None:
    """The template with its icons and faces, and the words of each poster."""
    shutil.copytree(THEME / "icons", folder / "icons")
    for face in FACES:
        (folder / "fonts").mkdir(exist_ok=True)
        shutil.copy(THEME / "fonts" / f"SourceSans3-{face}.ttf", folder / "fonts")
    shutil.copy(HERE / "poster.typ", folder)
    for name, words in posters.items():
        write(folder / "posters" / f"{name}.json", json.dumps(words, ensure_ascii=False))


def icon(name: str, colour: str) -> str:
    """An icon of the theme as markup."""
    drawing = (THEME / "icons" / f"{name}.svg").read_text(encoding="utf-8").strip()
    return drawing.replace("currentColor", colour).replace("<svg ", '<svg aria-hidden="true" ', 1)


def page(words: dict) -> str:
    """A poster as a page."""

    def items(texts: list[str], name: str, colour: str) -> str:
        return "".join(f"<li>{icon(name, colour)}{html.escape(text)}</li>" for text in texts)

    levels = "".join(
        f'<section class="level {level["tone"]}"><h2>{icon(ICONS[level["tone"]], "#ffffff")} {html.escape(level["label"])}</h2>'
        f'<ul>{items(level["statements"], ICONS[level["tone"]], INKS[level["tone"]])}</ul></section>'
        for level in words["levels"]
    )
    consequences = "".join(
        f'<p>{icon(ICONS[one["tone"]], INKS[one["tone"]])}<strong style="color: {INKS[one["tone"]]}">{html.escape(one["label"])}</strong><br>'
        f'{html.escape(one["text"])}</p>'
        for one in words["consequences"]
    )
    contacts = "".join(
        f'<p>{icon("telephone", "#ffffff")}<a href="tel:{contact["phone"].replace(" ", "")}">{contact["phone"]}</a><br>{html.escape(contact["name"])}</p>'
        for contact in words["contacts"]
    )
    plain = {name: html.escape(text) for name, text in words.items() if isinstance(text, str)}
    made = {
        "icon": icon(words["icon"], "#ffffff"),
        "cross": icon("cross", "#ffffff"),
        "shield": icon("shield", words["colour"]),
        "alert": icon("alert", INKS["dont"]),
        "levels": levels,
        "safeguards": items(words["safeguards"], "tick", words["colour"]),
        "consequences": consequences,
        "contacts": contacts,
    }
    return Template((HERE / "poster.html").read_text(encoding="utf-8")).substitute(plain | made)


def pages(folder: Path, posters: dict[str, dict]) -> None:
    """A page for each poster, with the style and the faces of all."""
    shutil.copytree(THEME / "fonts", folder / "fonts", ignore=shutil.ignore_patterns("web"))
    shutil.copy(HERE / "poster.css", folder)
    for name, words in posters.items():
        write(folder / f"{name.replace('/', '-')}.html", page(words))


def body(path: Path, edition: dict) -> str:
    """The Markdown of a file of the pack, with the terms and the addresses of an edition."""
    text = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    text = re.sub(r"\{\{ *terms\.(\w+) *\}\}", lambda term: edition["terms"][term[1]], text)
    places = {
        "channel": "channels/{}/",
        "section": "sections/{}/",
        "glossary": "glossary/#{}",
        "source": "sources/#{}",
        "contact": "contacts/#{}",
    }

    def address(link: re.Match) -> str:
        return f"](/{edition['id']}/{places[link[1]].format(link[2])})"

    return re.sub(rf"\]\(({'|'.join(places)}):([\w-]+)\)", address, text)


def rooted(value, edition: str):
    """Values whose links count from the folder of the edition, with links that count from the top."""
    if isinstance(value, dict):
        return {key: rooted(one, edition) for key, one in value.items()}
    if isinstance(value, list):
        return [rooted(one, edition) for one in value]
    if isinstance(value, str):
        return re.sub(r'href="(?!https?:|mailto:|tel:|#)([^"#]*?)(index\.html)?(#[^"]*)?"', rf'href="/{edition}/\1\3"', value)
    return value


def hugo(folder: Path, editions: list[dict]) -> int:
    """A site with all editions; how many pages it has, but for the page that is shown where there is none."""
    shutil.copytree(HERE / "hugo", folder)
    shutil.copytree(THEME / "icons", folder / "assets" / "icons")
    shutil.copy(THEME / "styles" / "site.css", folder / "assets")
    shutil.copytree(THEME / "fonts" / "web", folder / "static" / "fonts")
    chapters = {re.sub(r"^\d+-", "", path.stem): path for path in (ROOT / "content" / "sections").glob("*.md") if "." not in path.stem}
    count = 1
    for edition in editions:
        edition = rooted(edition, edition["id"])
        own = folder / "content" / edition["id"]
        shared = {key: edition[key] for key in ("publisher", "labels", "levels", "audiences", "contacts", "document", "url", "worries")}

        def put(name: str, layout: str, title: str, text: str = "", **values) -> None:
            nonlocal count
            count += 1
            head = {"title": title, "layout": layout, "params": values}
            write(own / name, json.dumps(head, ensure_ascii=False) + "\n\n" + text)

        put("_index.md", "edition", edition["title"], **shared, summary_html=edition["summary"]["html"], welcome=edition["welcome"])
        for group in ("channels", "sections", "for"):
            # Templates look their pages up by it; it is no page itself.
            write(own / group / "_index.md", json.dumps({"title": group, "build": {"render": "never"}}) + "\n")
        for place, channel in enumerate(edition["channels"]):
            text = body(ROOT / "content" / "channels" / f"{channel['id']}.md", edition)
            values = {key: channel[key] for key in ("icon", "summary", "headline", "headline_note", "levels", "safeguards", "see_also")}
            words = [word for word in edition["glossary"] if f"glossary/#{word['id']}" in text or f"glossary/#{word['id']}" in json.dumps(values)]
            neighbours = {
                "previous": edition["channels"][place - 1]["id"] if place else None,
                "next": edition["channels"][place + 1]["id"] if place + 1 < len(edition["channels"]) else None,
            }
            put(f"channels/{channel['id']}.md", "channel", channel["title"], text, **values, **neighbours, words=words, place=place)
        for place, section in enumerate(edition["sections"]):
            text = body(chapters[section["id"]], edition)
            put(f"sections/{section['id']}.md", "chapter", section["title"], text, summary=section["summary"], place=place)
        for audience in edition["audiences"]:
            put(f"for/{audience['id']}.md", "audience", audience["label"], audience=audience["id"], about=audience["about"])
        summary = edition["do_and_dont"]
        put("do-and-dont.md", "do-and-dont", summary["title"], summary["body"], do=summary["do"], dont=summary["dont"], summary=summary["summary"])
        put("contacts.md", "contacts", edition["labels"]["contacts"])
        put("glossary.md", "glossary", edition["labels"]["glossary"], entries=edition["glossary"])
        put("sources.md", "sources", edition["labels"]["sources"], entries=edition["sources"])
        put("downloads.md", "downloads", edition["labels"]["downloads"], entries=edition["downloads"])
        put("about.md", "about", edition["labels"]["about"])
        # Their words are the program's, not the pack's; prose of like length stands in for them.
        prose = body(chapters["introduction"], edition)
        put("accessibility.md", "chapter", "Accessibility statement", prose)
        put("privacy.md", "chapter", "Privacy", prose)
        put("search.md", "search", "Search")
    return count


def main() -> None:
    """Writes everything, and says how much there is."""
    arguments = argparse.ArgumentParser(description="Writes the same content for Noticeboard and for its peers.")
    arguments.add_argument("--noticeboard", type=Path, required=True, help="the program")
    arguments.add_argument("--councils", type=int, default=40, help="how many councils there are")
    arguments.add_argument("--into", type=Path, required=True, help="the folder to write; it is made anew")
    chosen = arguments.parse_args()
    if chosen.into.exists():
        shutil.rmtree(chosen.into)
    pack(chosen.into / "pack", chosen.councils)
    pack(chosen.into / "one", 1)
    command = [chosen.noticeboard, "build", "--quiet", "--only", "site", "--no-previews", "--content", chosen.into / "pack"]
    subprocess.run([*command, "--output", chosen.into / "output"], check=True, stdout=subprocess.DEVNULL)
    editions = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((chosen.into / "output").glob("*/pack.json"))]
    posters = {
        f"{edition['id']}/{channel['id']}": poster(edition, channel) for edition in editions for channel in edition["channels"]
    }
    typst(chosen.into / "typst", posters)
    pages(chosen.into / "html", posters)
    count = hugo(chosen.into / "hugo", editions)
    print(f"{len(editions)} councils, {len(posters)} posters of channels, {count} pages for Hugo")


if __name__ == "__main__":
    main()
