"""Opens workbooks in LibreOffice with forced recalculation, changes inputs and reads results as doubles.

Usage: recalculate.py JOBS.json RESULTS.json
JOBS: [{"parts": {path: text}, "steps": [{"set": [[sheet, address, value]], "read": [sheet]}]}]
RESULTS: [[{sheet: rows}]], a row being numbers, texts and null where the cell holds an error.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import zipfile

import uno
from com.sun.star.beans import PropertyValue

RECALCULATE_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""


def start(folder):
    profile = pathlib.Path(folder) / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(RECALCULATE_ALWAYS)
    pipe = f"meterbook{os.getpid()}"
    command = [
        "soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", "--nologo",
        f"--accept=pipe,name={pipe};urp;",
    ]
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    process = None
    for _ in range(300):
        # The first run of a profile may end with the wish to be started again.
        if process is None or process.poll() is not None:
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return process, context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
        except Exception:
            time.sleep(0.2)
    raise SystemExit("LibreOffice did not start.")


def property_of(name, value):
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


def write_book(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(name, text)


def read_sheet(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    address = cursor.getRangeAddress()
    area = sheet.getCellRangeByPosition(0, 0, address.EndColumn, address.EndRow)
    rows = [list(row) for row in area.getDataArray()]
    # Errors read as empty text or as nothing; where they are is asked for by itself.
    for found in area.queryFormulaCells(4).getRangeAddresses():
        for row in range(found.StartRow, found.EndRow + 1):
            for column in range(found.StartColumn, found.EndColumn + 1):
                rows[row][column] = None
    return rows


def run(desktop, folder, number, job):
    path = os.path.join(folder, f"book{number}.xlsx")
    write_book(path, job["parts"])
    document = desktop.loadComponentFromURL(f"file://{path}", "_blank", 0, (property_of("Hidden", True),))
    try:
        sheets = document.getSheets()
        results = []
        for step in job["steps"]:
            document.enableAutomaticCalculation(False)
            for name, address, value in step["set"]:
                cell = sheets.getByName(name).getCellRangeByName(address)
                if isinstance(value, str):
                    cell.setString(value)
                else:
                    cell.setValue(value)
            document.calculate()
            results.append({name: read_sheet(sheets.getByName(name)) for name in step["read"]})
        return results
    finally:
        document.close(True)


def main():
    jobs = json.loads(pathlib.Path(sys.argv[1]).read_text())
    with tempfile.TemporaryDirectory() as folder:
        process, desktop = start(folder)
        try:
            results = [run(desktop, folder, number, job) for number, job in enumerate(jobs)]
        finally:
            try:
                desktop.terminate()
            except Exception:
                pass
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
    pathlib.Path(sys.argv[2]).write_text(json.dumps(results))


main()
