"""Every sealed column of a demonstration: who opens it, in which context, and what is proved by it.

The table "Where it lies" of docs/sealing.md says for each column what is tried here. A row that
nobody's keys open is a fault, and so is a column of bytes that the table does not know.
"""

import rows
from calls import Calls
from cases import Cases
from keys import House
from ledger import Ledger
from staff import Staff

# Not sealed: tags, hashes, salts and signatures of fixed lengths, and bytes that are public.
CLEAR = {"verifier", "lookup", "tag", "label", "mac", "head", "signature", "request", "params", "salt"}
# Bookkeeping of the migrations; answers to repeated requests, whose key only their process had.
PUBLIC = {"__diesel_schema_migrations", "replies"}


def check(lab, receipts, faults):
    """Opens all rows, and then some that are spoiled. Answers how many objects opened, by kind, and
    how many spoiled ones were refused."""
    house = House(lab, receipts)
    reader = Reader(lab, house)
    reader.everything()
    faults += reader.faults
    spoiled = Reader(lab, house, lambda value: value[:-1] + bytes([value[-1] ^ 1]), 5)
    spoiled.everything()
    if taken := [kind for kind, count in spoiled.counts.items() if count]:
        faults.append(f"rows that were spoiled on purpose were taken for good: {', '.join(taken)}")
    return reader.counts, len(spoiled.faults)


class Reader(Staff, Cases, Calls, Ledger):
    """Tries the keys of everybody in the demonstration."""

    def everything(self):
        known = {
            "accounts": self.accounts,
            "organisations": self.organisations,
            "published_keys": self.published_keys,
            "unlock_methods": self.unlock_methods,
            "deliveries": self.deliveries,
            "invitations": self.invitations,
            "mails": self.mails,
            "directory_places": self.directory_places,
            "register_manifests": self.manifests,
            "register_entries": self.register_entries,
            "grants": self.grants,
            "case_records": self.records,
            "cards": self.case_cards,
            "intakes": self.intakes,
            "receipts": self.receipts,
            "cases": self.statements,
            "letters": self.letters,
            "referrals": self.referrals,
            "referral_events": self.referral_events,
            "ledger_lines": self.ledger,
            "jobs": self.jobs,
        }
        there = rows.tables(self.database)
        for table, look in known.items():
            if table in there:
                look()
            else:
                self.faults.append(f"the table {table} is gone")
        self.marks()
        for table in there:
            self.must_be_known(table, known)

    def must_be_known(self, table, known):
        """A table that the page does not know may hold no bytes that could be sealed."""
        if table in known or table in PUBLIC:
            return
        for column in rows.columns_of_bytes(self.database, table):
            if column in CLEAR:
                continue
            query = f'select count(*) from "{table}" where length("{column}") > 58'
            (count,) = self.database.execute(query).fetchone()
            if count:
                self.faults.append(f"{table}.{column}: {count} values that the page does not know")
