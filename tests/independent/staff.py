"""Rows of organisations and of those who work there: accounts, ways to unlock, the register."""

import base64
import json
import struct

from reading import Reading
from sealing import NOBODY, context, derive, lookup_tag, open_box_whole, open_envelope


class Staff(Reading):
    """What an organisation knows of itself and its members."""

    def accounts(self):
        """Of who was removed the ways to unlock are gone: her identity opens with nobody's keys."""
        names = ("id", "organisation_id", "lookup", "state", "revision", "profile")
        for number, home, lookup, state, revision, profile, identity, keyring in self.rows(
            "accounts", *names, "identity", "keyring"
        ):
            place = context("account", home, number, version=revision)
            self.by_instance("accounts.profile", "account", profile, place)
            member = self.house.members.get(number)
            if member is None:
                if state != "removed":
                    self.tries("accounts.identity", "identity", [], identity)
                continue
            if lookup_tag(self.instance, "login", member.login) != lookup:
                self.faults.append("accounts.lookup is not the tag of the login name")
            key = derive(member.master, b"", "umk/identity")
            place = context("identity", NOBODY, number)
            self.by_secret("accounts.identity", "identity", key, place, identity)
            key = derive(member.master, b"", "umk/keyring")
            place = context("keyring", NOBODY, number, version=member.keyring_version)
            self.by_secret("accounts.keyring", "keyring", key, place, keyring)

    def unlock_methods(self):
        """The recovery code is on paper only: of its rows the master key cannot be told."""
        for account, method, params, salt, wrapped in self.rows(
            "unlock_methods", "account_id", "method", "params", "salt", "wrapped"
        ):
            member = self.house.members.get(account)
            if method == "recovery-code-v1" or member is None:
                continue
            parts = (method.encode(), params, salt)
            more = b"".join(struct.pack(">I", len(part)) + part for part in parts)
            place = context("unlock-method", NOBODY, account)
            key = derive(member.secret, salt, "unlock/wrap")
            self.by_secret("unlock_methods.wrapped", "unlock-method", key, place, wrapped, more)

    def organisations(self):
        for number, revision, sealed in self.rows("organisations", "id", "revision", "sealed"):
            place = context("organisation", number, number, version=revision)
            self.by_instance("organisations.sealed", "organisation", sealed, place)

    def invitations(self):
        for number, home, sealed in self.rows("invitations", "id", "organisation_id", "sealed"):
            place = context("invitation", home, number)
            self.by_instance("invitations.sealed", "invitation", sealed, place)

    def deliveries(self):
        """A parcel is tried for every account; what is in it is sealed to her."""
        key = derive(self.instance, b"", "instance/seal")

        def outer(account, number, it):
            place = context("delivery", account, number)
            return account, open_envelope(key, "delivery", place, it)

        for number, sealed in self.rows("deliveries", "id", "sealed"):
            attempts = [
                lambda it, account=account: outer(account, number, it)
                for account in self.house.members
            ]
            opened = self.tries("deliveries.sealed", "delivery", attempts, sealed)
            if opened is None:
                continue
            account, parcel = opened
            member, parcel = self.house.members[account], json.loads(parcel)
            place = context("delivery", member.organisation, account)
            for name, signed in (("delivery", True), ("papers", False)):

                def inner(it, signed=signed):
                    return open_box_whole(member.opening, "delivery", place, it, signed=signed)

                inside = base64.b64decode(parcel[name])
                self.tries(f"deliveries, {name}", "delivery", [inner], inside)

    def mails(self):
        for number, sealed in self.rows("mails", "id", "sealed"):
            self.by_instance("mails.sealed", "mail", sealed, context("mail", NOBODY, number))

    def directory_places(self):
        for number, sealed in self.rows("directory_places", "id", "sealed"):
            if sealed:
                place = context("directory", NOBODY, number)
                self.by_instance("directory_places.sealed", "directory", sealed, place)

    # The register

    def published_keys(self):
        for home, group, epoch, entry in self.rows(
            "published_keys", "organisation_id", "group_id", "epoch", "entry"
        ):
            place = context("register-entry", home, group, version=epoch)
            whole = self.by_instance("published_keys.entry", "register-entry", entry, place)
            if whole is not None:
                self.house.must_be_signed(home, group, whole, self.faults)

    def manifests(self):
        for home, number, epoch, sealed in self.rows(
            "register_manifests", "organisation_id", "number", "epoch", "sealed"
        ):
            place = context("manifest", home, home, epoch=epoch, version=number)
            whole = self.by_everyone("register_manifests.sealed", "manifest", home, epoch, place, sealed)
            if whole is not None:
                self.house.take_manifest(home, number, whole, self.faults)

    def register_entries(self):
        for home, lookup, version, epoch, sealed in self.rows(
            "register_entries", "organisation_id", "lookup", "version", "epoch", "sealed"
        ):
            subject = self.house.subject_of(home, lookup)
            if subject is None:
                self.faults.append("register_entries.lookup is the tag of nobody")
                continue
            place = context("register-entry", home, subject, epoch=epoch, version=version)
            whole = self.by_everyone(
                "register_entries.sealed", "register-entry", home, epoch, place, sealed
            )
            if whole is not None:
                self.house.must_be_signed(home, subject, whole, self.faults)
                self.house.must_be_listed(home, subject, whole, self.faults)

    def by_everyone(self, name, kind, home, epoch, place, sealed):
        """Under the newest epoch of everyone; an older one is a fault too."""
        newest = max(key.epoch for key in self.house.keys if (key.home, key.purpose) == (home, "everyone"))
        if epoch != newest:
            self.faults.append(f"{name} lies under an older epoch of everyone")
        purpose = {"manifest": "group/manifest", "register-entry": "group/register"}[kind]
        attempts = [
            lambda it, key=derive(seed, b"", purpose): open_envelope(key, kind, place, it)
            for seed in self.house.seeds(home, "everyone", epoch)
        ]
        return self.tries(name, kind, attempts, sealed)
