"""What every driver written in Python shares: the commands that driver.mjs describes, one a line, and their answers.
The deeds are methods of an object; `create` and `change` take records or a number, `count` returns the records."""

import json
import sys
import time
import traceback


def serve(deeds, file):
    with open(file, encoding="utf-8") as lines:
        lines = [line.rstrip("\n") for line in lines]
    for line in sys.stdin:
        command = json.loads(line)
        given = []
        if command["do"] == "create":
            start = command["from"]
            given = [[(json.loads(text)["id"], text) for text in lines[start : start + command["count"]]]]
        elif "count" in command:
            given = [command["count"]]
        begun = time.perf_counter()
        try:
            getattr(deeds, command["do"])(*given)
            answer = {"ms": (time.perf_counter() - begun) * 1000, "records": deeds.count()}
        except Exception:  # whatever it is, whoever asked must hear of it
            answer = {"error": traceback.format_exc()}
        print(json.dumps(answer), flush=True)
