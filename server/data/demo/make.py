#!/usr/bin/env python3
"""Makes names.csv and corridors.csv for `amparo demo` from the upstream files.

Usage: make.py FAKER_NAMES_DIR UNHCR_DIR POPULAR_NAMES_DIR
"""
import collections
import csv
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
KEEP = 28  # names of each kind and country

# Origin: (locale of the name list, or None for the popular-names list; languages)
ORIGINS = {
    "SY": ("ar_PS", "ara"), "PS": ("ar_PS", "ara"), "EG": ("ar_AA", "ara"), "IQ": ("ar_SA", "ara kmr"),
    "SD": ("ar_AA", "ara"), "MA": ("ar_DZ", "ara fra"), "DZ": ("ar_DZ", "ara fra"), "TN": ("fr_DZ", "ara fra"),
    "AF": ("fa_IR", "prs pus"), "IR": ("fa_IR", "fas"), "PK": ("en_PK", "urd pan"), "BD": ("bn_BD", "ben"),
    "IN": ("en_IN", "hin pan"), "NP": ("ne_NP", "nep"), "LK": ("si_LK", "sin tam"), "VN": ("vi_VN", "vie"),
    "TR": ("tr_TR", "tur kmr"), "GE": ("ka_GE", "kat"), "UA": ("uk_UA", "ukr rus"), "RU": ("ru_RU", "rus"),
    "NG": ("yo_NG", "eng yor"), "GH": ("tw_GH", "eng aka"), "KE": ("en_KE", "eng swa"), "ID": ("id_ID", "ind"),
    "VE": ("es_CO", "spa"), "CO": ("es_CO", "spa"), "PE": ("es_CO", "spa"), "EC": ("es_CO", "spa"),
    "HN": ("es_MX", "spa"), "SV": ("es_MX", "spa"), "GT": ("es_MX", "spa"), "NI": ("es_MX", "spa"),
    "MX": ("es_MX", "spa"), "CU": ("es_CO", "spa"), "PH": (None, "fil eng"),
    # No freely licensed list of names is known for these: the people stay anonymous.
    "ER": ("", "tir ara"), "ET": ("", "amh"), "SO": ("", "som"), "ML": ("", "fra bam"), "SN": ("", "fra wol"),
}
RECEIVING = {"GRC": "GR", "ESP": "ES", "GBR": "GB", "USA": "US"}


def alpha2():
    """ISO alpha-3 to alpha-2, for the origins used here."""
    known = {
        "SYR": "SY", "PSE": "PS", "EGY": "EG", "IRQ": "IQ", "SDN": "SD", "MAR": "MA", "DZA": "DZ", "TUN": "TN",
        "AFG": "AF", "IRN": "IR", "PAK": "PK", "BGD": "BD", "IND": "IN", "NPL": "NP", "LKA": "LK", "VNM": "VN",
        "TUR": "TR", "GEO": "GE", "UKR": "UA", "RUS": "RU", "NGA": "NG", "GHA": "GH", "KEN": "KE", "IDN": "ID",
        "VEN": "VE", "COL": "CO", "PER": "PE", "ECU": "EC", "HND": "HN", "SLV": "SV", "GTM": "GT", "NIC": "NI",
        "MEX": "MX", "CUB": "CU", "PHL": "PH", "ERI": "ER", "ETH": "ET", "SOM": "SO", "MLI": "ML", "SEN": "SN",
    }
    return known


def names(faker, popular):
    for country, (locale, _) in ORIGINS.items():
        if locale == "":
            continue
        if locale is None:
            for file, kinds in (("forenames", {"M": "male", "F": "female"}), ("surnames", None)):
                with open(popular / f"common-{file}-by-country.csv", encoding="utf-8-sig") as rows:
                    count = collections.Counter()
                    for row in csv.DictReader(rows):
                        kind = kinds.get(row.get("Gender")) if kinds else "last"
                        if row["Country"] == country and kind and count[kind] < KEEP:
                            count[kind] += 1
                            yield country, kind, row["Romanized Name"]
            continue
        lists = json.loads((faker / f"{locale}.json").read_text())
        for kind, key in (("male", "first_names_male"), ("female", "first_names_female"), ("last", "last_names")):
            clean = [n for n in lists.get(key, lists["first_names"]) if "(" not in n and len(n) > 1]
            step = max(1, len(clean) // KEEP)
            for name in clean[::step][:KEEP]:
                yield country, kind, name


def corridors(unhcr):
    codes, weight = alpha2(), collections.Counter()
    with open(unhcr / "asylum_decisions_2015on.csv") as rows:
        rows = list(csv.DictReader(rows))
    last = max(int(row["year"]) for row in rows)
    for row in rows:
        if int(row["year"]) > last - 3 and row["coa_iso"] in RECEIVING and row["coo_iso"] in codes:
            weight[RECEIVING[row["coa_iso"]], codes[row["coo_iso"]]] += int(float(row["dec_total"] or 0))
    for (receiving, origin), count in sorted(weight.items(), key=lambda item: -item[1]):
        if count >= 1000:
            yield receiving, origin, count, ORIGINS[origin][1]
    # Domestic workers and seafarers hardly appear in asylum figures: a small share by hand.
    yield "GR", "PH", 3000, ORIGINS["PH"][1]
    yield "ES", "PH", 1500, ORIGINS["PH"][1]
    yield "GR", "NP", 2500, ORIGINS["NP"][1]


def main():
    faker, unhcr, popular = map(pathlib.Path, sys.argv[1:4])
    with open(HERE / "names.csv", "w", newline="") as out:
        write = csv.writer(out, lineterminator="\n")
        write.writerow(["country", "kind", "name"])
        write.writerows(names(faker, popular))
    with open(HERE / "corridors.csv", "w", newline="") as out:
        write = csv.writer(out, lineterminator="\n")
        write.writerow(["receiving", "origin", "weight", "languages"])
        write.writerows(corridors(unhcr))


if __name__ == "__main__":
    main()
