"""Kinto on PostgreSQL with their own settings: python server.py PORT FOLDER. Makes a cluster below FOLDER, serves,
and ends both when its standard input ends. As root, PostgreSQL runs as the user `postgres`, as it demands."""

import glob
import os
import shutil
import socket
import subprocess
import sys
import time

port, folder = sys.argv[1], os.path.abspath(sys.argv[2])
SETTINGS = """
[server:main]
use = egg:waitress#main
host = 127.0.0.1
port = {port}
threads = 4
[app:main]
use = egg:kinto
kinto.storage_backend = kinto.core.storage.postgresql
kinto.storage_url = {url}
kinto.permission_backend = kinto.core.permission.postgresql
kinto.permission_url = {url}
kinto.cache_backend = kinto.core.cache.postgresql
kinto.cache_url = {url}
kinto.userid_hmac_secret = benchmarks
multiauth.policies = basicauth
kinto.bucket_create_principals = system.Authenticated
[loggers]
keys = root
[handlers]
keys = console
[formatters]
keys = plain
[logger_root]
level = ERROR
handlers = console
[handler_console]
class = StreamHandler
args = (sys.stderr,)
level = ERROR
formatter = plain
[formatter_plain]
format = %(message)s
"""


def postgresql(program):
    found = sorted(glob.glob(f"/usr/lib/postgresql/*/bin/{program}"))
    return found[-1] if found else shutil.which(program) or sys.exit(f"PostgreSQL's {program} is not installed")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port):
    for _ in range(600):
        try:
            return socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.1)
    sys.exit("PostgreSQL does not listen")


cluster, database_port = f"{folder}/cluster", free_port()
os.makedirs(cluster)
as_user = []
if os.geteuid() == 0:
    shutil.chown(cluster, "postgres")
    as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
subprocess.run([*as_user, postgresql("initdb"), "-D", cluster, "-A", "trust", "-U", "bench", "-E", "UTF8", "--locale=C.UTF-8"],
               check=True, stdout=subprocess.DEVNULL, cwd="/")
database = subprocess.Popen([*as_user, postgresql("postgres"), "-D", cluster, "-p", str(database_port), "-k", "",
                             "-c", "listen_addresses=127.0.0.1"], cwd="/", stdin=subprocess.DEVNULL)
kinto = None
try:
    wait_for(database_port)
    for _ in range(100):  # it listens a moment before it lets anybody in
        made = subprocess.run([postgresql("createdb"), "-h", "127.0.0.1", "-p", str(database_port), "-U", "bench", "bench"])
        if made.returncode == 0:
            break
        time.sleep(0.1)
    settings = f"{folder}/kinto.ini"
    with open(settings, "w", encoding="utf-8") as file:
        file.write(SETTINGS.replace("{port}", port).replace("{url}", f"postgresql://bench@127.0.0.1:{database_port}/bench"))
    program = os.path.join(os.path.dirname(sys.executable), "kinto")
    subprocess.run([program, "migrate", "--ini", settings], check=True, stdin=subprocess.DEVNULL)
    kinto = subprocess.Popen([program, "start", "--ini", settings, "--port", port], stdin=subprocess.DEVNULL)
    sys.stdin.read()
finally:
    for process in (kinto, database):
        if process:
            process.terminate()
            process.wait()
