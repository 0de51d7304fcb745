#!/usr/bin/env python3
"""Makes the compact files of this folder from the upstream files.

    python3 make.py UPSTREAM

UPSTREAM holds the files named in README.md, one folder per source:

    iso-codes/iso_3166-1.json  iso-codes/iso_639-3.json
    laa/initial_advisers.json  laa/initial_categories.json
    detention/facilities.csv   detention/immigration_courts.csv
    zips/us_zip_centroids.csv
    consulates/database_of_embassies.csv
    cldr-localenames-full/main/TAG/territories.json, languages.json

Every file keeps its upstream format, with fewer columns and rows, so that one
parser reads both. Only the ISO lists and the names of CLDR change form, from JSON to CSV.
"""

import csv
import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

# Criminal defence, family law and family mediation are left out: they are most
# of the file, and a person who needs an immigration lawyer is not helped by them.
LAA_CODES = {"IMMAS", "PUB", "AAP", "HOU", "DEB", "WB", "COM", "MED", "MHE", "DISC", "EDU", "PL"}

# The languages of the pages. The ISO lists are in English too, but say `Modern Greek (1453-)`.
NAMES_IN = ["en", "es", "fr", "ar", "am", "ti", "bn", "ne", "fil", "id", "fa-AF", "uk", "ru", "pt"]

# Of several English names that CLDR has, the one that people say.
SAID = {
    "CD": "CD-alt-variant", "CG": "CG-alt-variant", "HK": "HK-alt-short", "MM": "MM-alt-short",
    "MO": "MO-alt-short", "PS": "PS-alt-short",
}

# What speakers of two kinds of Kurdish call them, and CLDR does not.
KURDISH = {"ckb": "Kurdish (Sorani)", "kmr": "Kurdish (Kurmanji)"}

# ISO 3166-1 does not list it; its code is the one that CLDR and the European Union use.
KOSOVO = {
    "alpha_2": "XK", "alpha_3": "XKX", "name": "Kosovo", "official_name": "Republic of Kosovo",
}

# CLDR 48.2 calls Abkhaz by the name of Afrikaans in Dari, and Lahnda by that of one of its languages.
WRONG = {("fa-AF", "ab"), ("en", "lah")}

FACILITY_COLUMNS = [
    "id", "kind", "primary_name", "states", "address", "adpTotal", "authorizingAuthority",
    "capacity", "facilityFunction", "fieldOffice", "genderServed", "holdsOver72h",
    "immigrationCourt", "lastUsed", "phone",
]
COURT_COLUMNS = ["id", "kind", "primary_name", "states", "address", "operationalStatus"]
CONSULATE_COLUMNS = [
    "operator", "jurisdictions", "country", "city", "address", "latitude", "longitude",
    "phone", "email", "website", "type", "QID",
]


def write_csv(path, columns, rows, delimiter=","):
    with open(path, "w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(
            out, columns, extrasaction="ignore", delimiter=delimiter, lineterminator="\n"
        )
        writer.writeheader()
        writer.writerows(rows)


def read_csv(path, delimiter=","):
    with open(path, encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text, delimiter=delimiter))


def iso(upstream):
    countries = json.loads((upstream / "iso-codes/iso_3166-1.json").read_text("utf-8"))["3166-1"]
    rows = []
    for country in sorted([*countries, KOSOVO], key=lambda c: c["alpha_2"]):
        name = country.get("common_name", country["name"])
        other = {country["name"], country.get("official_name", name)} - {name}
        rows.append({
            "alpha_2": country["alpha_2"], "alpha_3": country["alpha_3"],
            "name": name, "other_names": "|".join(sorted(other)),
        })
    write_csv(HERE / "iso/countries.csv", ["alpha_2", "alpha_3", "name", "other_names"], rows)

    languages = json.loads((upstream / "iso-codes/iso_639-3.json").read_text("utf-8"))["639-3"]
    rows = [{
        "iso_639_3": language["alpha_3"],
        "iso_639_1": language.get("alpha_2", ""),
        "iso_639_2b": language.get("bibliographic", ""),
        "name": language.get("common_name", language["name"]),
    } for language in sorted(languages, key=lambda l: l["alpha_3"]) if language["type"] != "S"]
    write_csv(HERE / "iso/languages.csv", ["iso_639_3", "iso_639_1", "iso_639_2b", "name"], rows)


def cldr(upstream):
    countries = read_csv(HERE / "iso/countries.csv")
    languages = read_csv(HERE / "iso/languages.csv")
    # CLDR names a language by its shortest code, and Dari as the Persian of Afghanistan.
    shortest = {row["iso_639_3"]: row["iso_639_1"] or row["iso_639_3"] for row in languages}
    shortest["prs"] = "fa-AF"
    write_names(upstream, "territories", "countries", {row["alpha_2"]: row["alpha_2"] for row in countries})
    write_names(upstream, "languages", "languages", shortest)


def write_names(upstream, kind, file, codes):
    said = {tag: names_of(upstream, tag, kind) for tag in NAMES_IN}
    rows = []
    for code, theirs in sorted(codes.items()):
        row = {tag: said[tag].get(theirs, "") for tag in NAMES_IN}
        if any(row.values()):
            rows.append({"code": code, **row})
    write_csv(HERE / f"cldr/{file}.csv", ["code", *NAMES_IN], rows)


def names_of(upstream, tag, kind):
    """A regional language says only what differs from the language without its region."""
    names = {}
    parts = tag.split("-")
    for of in ("-".join(parts[: n + 1]) for n in range(len(parts))):
        path = upstream / f"cldr-localenames-full/main/{of}/{kind}.json"
        read = json.loads(path.read_text("utf-8"))["main"][of]["localeDisplayNames"][kind]
        # Where a name is missing, CLDR repeats the code.
        for code, name in read.items():
            if name != code and (of, code) not in WRONG:
                names[code] = name
    if tag == "en":
        names.update({code: names[said] for code, said in SAID.items() if said in names})
        names.update(KURDISH if kind == "languages" else {})
    return names


def write_fixture(path, entries):
    lines = [json.dumps(entry, ensure_ascii=False, separators=(",", ":")) for entry in entries]
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n", "utf-8")


def laa(upstream):
    categories = json.loads((upstream / "laa/initial_categories.json").read_text("utf-8"))
    wanted = {
        c["pk"] for c in categories
        if c["model"] == "advisers.category" and c["fields"]["code"] in LAA_CODES
    }
    entries = json.loads((upstream / "laa/initial_advisers.json").read_text("utf-8"))

    def of(model):
        return [e for e in entries if e["model"] == "advisers." + model]

    outreach = [e for e in of("outreachservice") if wanted & set(e["fields"]["categories"])]
    served = {e["fields"]["office"] for e in outreach}
    offices = [
        e for e in of("office") if wanted & set(e["fields"]["categories"]) or e["pk"] in served
    ]
    firms = {e["fields"]["organisation"] for e in offices}
    places = {e["fields"]["location"] for e in offices + outreach}
    kept = [e for e in of("organisation") if e["pk"] in firms]
    kept += [e for e in of("location") if e["pk"] in places]
    for entry in kept:
        point = entry["fields"].get("point")
        if point:
            lon, lat = re.findall(r"-?[\d.]+", point)
            # Five decimals are a metre.
            entry["fields"]["point"] = f"POINT ({float(lon):.5f} {float(lat):.5f})"
    write_fixture(HERE / "laa/initial_advisers.json", kept + offices + outreach)
    write_fixture(HERE / "laa/initial_categories.json", categories)


def detention(upstream):
    facilities = read_csv(upstream / "detention/facilities.csv")
    courts = read_csv(upstream / "detention/immigration_courts.csv")
    write_csv(HERE / "detention/facilities.csv", FACILITY_COLUMNS, facilities)
    write_csv(HERE / "detention/immigration_courts.csv", COURT_COLUMNS, courts)
    needed = set()
    for row in facilities + courts:
        # Spreadsheets drop the zeros that ZIPs of the north-east begin with.
        found = re.search(r" (\d{4,5})(-\d{4})?$", row["address"].strip())
        if found:
            needed.add(found[1].zfill(5))
    zips = [z for z in read_csv(upstream / "zips/us_zip_centroids.csv") if z["zip"] in needed]
    write_csv(HERE / "detention/us_zip_centroids.csv", ["zip", "latitude", "longitude"], zips)


def consulates(upstream):
    rows = read_csv(upstream / "consulates/database_of_embassies.csv", ";")
    for row in rows:
        row["QID"] = row["QID"].rsplit("/", 1)[-1]
    write_csv(HERE / "consulates/database_of_embassies.csv", CONSULATE_COLUMNS, rows, ";")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for make in (iso, cldr, laa, detention, consulates):
        make(Path(sys.argv[1]))
