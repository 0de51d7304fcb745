"""The two kinds of database that attacks go through: a file of SQLite, a database of PostgreSQL.

Scripts write SQL that both understand, with `?` where a value goes. What differs is here, and
nothing but this file and `lab.py` needs to know which of the two it is.
"""

import shutil
import sqlite3
import subprocess
import time
import uuid
from urllib.parse import urlsplit

import psycopg

from verdict import NotRun

ERRORS = (sqlite3.Error, psycopg.Error)


# Connections


class SqliteRows(sqlite3.Connection):
    """Rows of a file."""

    BYTES = "blob"

    def tables(self):
        query = "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'"
        return [name for (name,) in self.execute(query)]

    def columns(self, table):
        """Names of columns with their types."""
        return {row[1]: row[2].lower() for row in self.execute(f'pragma table_info("{table}")')}


class PostgresRows:
    """Rows of a database of PostgreSQL, as a connection of SQLite gives them out."""

    BYTES = "bytea"

    def __init__(self, url, *, writes):
        self.connection = psycopg.connect(url, autocommit=not writes)
        # No foreign keys for who writes, as with SQLite; and nobody reads what she may not.
        flag = "session_replication_role = replica" if writes else "default_transaction_read_only = on"
        self.connection.execute(f"set {flag}")

    def execute(self, sql, values=()):
        return self.connection.execute(sql.replace("%", "%%").replace("?", "%s"), values)

    def execute_many(self, sql, rows):
        self.connection.cursor().executemany(sql.replace("%", "%%").replace("?", "%s"), rows)

    def commit(self):
        self.connection.commit()

    def close(self):
        self.connection.close()

    def tables(self):
        query = "select tablename from pg_tables where schemaname = 'public' order by tablename"
        return [name for (name,) in self.execute(query)]

    def columns(self, table):
        query = (
            "select column_name, data_type from information_schema.columns"
            " where table_schema = 'public' and table_name = ? order by ordinal_position"
        )
        return dict(self.execute(query, (table,)).fetchall())


# Where rows lie


class SqliteFiles:
    """Every lab has a file of its own, in its folder of data."""

    address = ""

    def beside(self, folder):
        return SqliteFile(folder)

    def clear(self):
        """They go with their folders."""


class SqliteFile:
    """`amparo.db` in a folder of data."""

    flags = ()  # the program finds the file by itself

    def __init__(self, folder):
        self.file = folder / "amparo.db"

    def copied_to(self, folder):
        """The database of a copy of the folder: the file came along."""
        return SqliteFile(folder)

    def backup(self, folder):
        """A copy with all that is committed."""
        copy = SqliteFile(folder)
        folder.mkdir()
        source, target = self.reading(), sqlite3.connect(copy.file)
        source.backup(target)
        source.close()
        target.close()
        return copy

    def become(self, other):
        """Puts another database in the place of this one."""
        for file in self.file.parent.glob(f"{self.file.name}*"):
            file.unlink()
        shutil.copy(other.file, self.file)

    def reading(self):
        return sqlite3.connect(f"{self.file.resolve().as_uri()}?mode=ro", uri=True, factory=SqliteRows)

    def writing(self):
        """As somebody who writes rows: no foreign keys, waits for the server's own writes."""
        database = sqlite3.connect(self.file, factory=SqliteRows)
        database.execute("pragma busy_timeout = 5000")
        return database


class PostgresServer:
    """A server in which every lab has a database of its own."""

    def __init__(self, url):
        self.address = self.url = url
        self.made = []

    def beside(self, folder):
        """The database of a folder, an empty one at first. Its name is kept beside the folder."""
        note = _note(folder)
        if note.exists():
            return PostgresDatabase(self, note.read_text())
        database = self.fresh()
        note.write_text(database.database)
        return database

    def fresh(self, template=None):
        name = f"amparo_attack_{uuid.uuid4().hex}"
        self.made.append(name)
        self.ask(f"create database {name}" + (f" template {template}" if template else ""))
        return PostgresDatabase(self, name)

    def ask(self, sql):
        """Carries out what has to do with whole databases; waits for those who are still leaving."""
        until = time.monotonic() + 20
        with psycopg.connect(self.url, autocommit=True) as connection:
            while True:
                try:
                    return connection.execute(sql)
                except psycopg.errors.ObjectInUse:
                    if time.monotonic() > until:
                        raise
                    time.sleep(0.2)

    def take_over(self, program, files, folder):
        """A demonstration in files becomes one in a database: the same rows, and the same marks."""
        shutil.copytree(files, folder, ignore=shutil.ignore_patterns("amparo.db*", "built-by"))
        database = self.beside(folder)
        command = [program, "migrate", "--data", folder, *database.flags]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        source, target = SqliteFile(files).reading(), database.writing()
        for table in source.tables():
            _copy_rows(source, target, table)
        target.commit()
        database.leave()

    def forget(self, folder):
        """Drops the database of a folder."""
        note = _note(folder)
        if note.exists():
            self.ask(f"drop database if exists {note.read_text()} with (force)")

    def clear(self):
        """Drops what was made here."""
        while self.made:
            self.ask(f"drop database if exists {self.made.pop()} with (force)")


def _copy_rows(source, target, table):
    kinds = target.columns(table)
    if set(kinds) != set(source.columns(table)):
        raise NotRun(f"{table} has other columns on PostgreSQL")
    names, marks = ", ".join(kinds), ", ".join("?" * len(kinds))
    # SQLite has numbers where PostgreSQL has yes and no; dates are the same words.
    truths = [kind == "boolean" for kind in kinds.values()]
    rows = [
        [bool(value) if truth and value is not None else value for truth, value in zip(truths, row)]
        for row in source.execute(f'select {names} from "{table}"')
    ]
    target.execute(f'delete from "{table}"')
    target.execute_many(f'insert into "{table}" ({names}) values ({marks})', rows)


def _note(folder):
    return folder.with_name(f"{folder.name}.database")


class PostgresDatabase:
    """One database of a server. Copies are made of it while nobody is in it."""

    def __init__(self, server, database):
        self.server, self.database = server, database
        self.open = []

    @property
    def url(self):
        return urlsplit(self.server.url)._replace(path=f"/{self.database}").geturl()

    @property
    def flags(self):
        return ("--database", self.url)

    def copied_to(self, folder):
        del folder  # nothing of it lies there
        return self._copy()

    def backup(self, folder):
        return self.copied_to(folder)

    def _copy(self):
        self.leave()
        return self.server.fresh(self.database)

    def become(self, other):
        self.leave()
        other.leave()
        self.server.ask(f"drop database {self.database} with (force)")
        self.server.ask(f"create database {self.database} template {other.database}")

    def leave(self):
        """Closes what scripts have open: a database is copied and dropped when nobody is in it."""
        while self.open:
            self.open.pop().close()

    def reading(self):
        return self._opened(writes=False)

    def writing(self):
        return self._opened(writes=True)

    def _opened(self, writes):
        self.open.append(PostgresRows(self.url, writes=writes))
        return self.open[-1]


def kind_of(url):
    """Where labs keep their rows: in files, or in databases of the server with this address."""
    return PostgresServer(url) if url else SqliteFiles()
