"""Long runs of the C# kernel beside ipykernel, in one go, and a table of what was seen: start, latency, memory, services,
interrupts, restarts, clients, floods, packages, a headless notebook.

Run by hand (about ten minutes with the default counts) where Debian's python3-jupyter-client, python3-ipykernel and
jupyter-nbconvert are installed, after `course kernel install --ready-to-run`:

    /usr/bin/python3 tests/NotebookHost.Tests/jupyter/soak.py [--executions 10000] [--interrupts 200] [--clients 100] [--starts 5] [--kernels csharp-course python3]
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

COUNT = {"csharp-course": "var x{0} = {0}; x{0}", "python3": "x{0} = {0}; x{0}"}
LOOP = {"csharp-course": 'Console.WriteLine("in"); while (true) { }', "python3": 'print("in", flush=True)\nwhile True: pass'}
SERVED = {"csharp-course": "foreach (var i in Enumerable.Range(0, 3)) Console.Wri", "python3": "import os\nfor i in range(3): os.path.joi"}
FLOOD = {"csharp-course": 'Console.Write(new string(\'a\', 100_000_000));', "python3": 'print("a" * 100_000_000, end="")'}


def resident(manager):
    """Resident memory of the kernel process in MB."""
    with open(f"/proc/{manager.provisioner.pid}/status") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))


def run(client, code, timeout=120):
    begun = time.perf_counter()
    reply = client.execute_interactive(code, timeout=timeout, output_hook=lambda message: None)
    assert reply["content"]["status"] == "ok", reply["content"]
    return time.perf_counter() - begun


def started(name):
    begun = time.perf_counter()
    manager = KernelManager(kernel_name=name)
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    ready = time.perf_counter() - begun
    run(client, COUNT[name].format(0))
    return manager, client, ready, time.perf_counter() - begun


def interrupt(manager, client, code):
    """Seconds from the interrupt to the reply of an endless cell."""
    # Without stop_on_error: ipykernel would drop the next request while it clears its queue after an error.
    sent = client.execute(code, stop_on_error=False)
    while True:
        message = client.get_iopub_msg(timeout=30)
        if message["msg_type"] == "stream" and message["parent_header"]["msg_id"] == sent:
            break
    begun = time.perf_counter()
    manager.interrupt_kernel()
    while client.get_shell_msg(timeout=30)["parent_header"].get("msg_id") != sent:
        pass
    return time.perf_counter() - begun


def services(name, client):
    """Milliseconds of an editor's requests, warm: medians and the worst."""
    code = SERVED[name]
    requests = {
        "completion": lambda: client.complete(code, len(code)),
        "documentation": lambda: client.inspect(code[:-3], len(code) - 6),
        "completeness": lambda: client.is_complete(code),
    }
    for what, request in requests.items():
        times = []
        for _ in range(21):
            begun = time.perf_counter()
            sent = request()
            while client.get_shell_msg(timeout=30)["parent_header"].get("msg_id") != sent:
                pass
            times.append(1000 * (time.perf_counter() - begun))
        yield f"{what}, warm", f"{statistics.median(times[1:]):.0f} ms, at most {max(times[1:]):.0f} ms"


def package(client, request):
    """Seconds of a cell that names a package, or why there is none."""
    begun = time.perf_counter()
    reply = client.execute_interactive(f'#r "nuget: {request}"', timeout=180, output_hook=lambda message: None)["content"]
    return f"{time.perf_counter() - begun:.2f} s" if reply["status"] == "ok" else "not measured: " + reply["evalue"]


def headless(name):
    """Seconds of a whole run of a notebook with 20 cells, from the command to its end."""
    with tempfile.TemporaryDirectory() as folder:
        cells = [{"cell_type": "code", "id": f"c{i}", "execution_count": None, "metadata": {}, "outputs": [], "source": [COUNT[name].format(i)]} for i in range(20)]
        notebook = os.path.join(folder, "twenty.ipynb")
        with open(notebook, "w") as file:
            json.dump({"cells": cells, "metadata": {"kernelspec": {"name": name, "display_name": name}}, "nbformat": 4, "nbformat_minor": 5}, file)
        command = KernelSpecManager().get_kernel_spec(name).argv
        command = (
            command[: command.index("kernel")] + ["run", notebook, "--out", os.path.join(folder, "out")]
            if "kernel" in command
            else [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", notebook, "--output-dir", os.path.join(folder, "out")]
        )
        times = []
        for _ in range(3):
            begun = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            times.append(time.perf_counter() - begun)
        return f"{statistics.median(times):.1f} s"


def visit(manager, code):
    """A client that comes, runs one cell and goes."""
    client = BlockingKernelClient(connection_file=manager.connection_file)
    client.load_connection_file()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    run(client, code)
    client.stop_channels()


def measure(name, arguments):
    """What was seen, row by row."""
    readies, firsts = [], []
    for _ in range(arguments.starts - 1):
        manager, client, ready, first = started(name)
        client.stop_channels()
        manager.shutdown_kernel()
        readies.append(ready)
        firsts.append(first)
    manager, client, ready, first = started(name)
    yield "start to ready", f"{statistics.median(readies + [ready]):.2f} s"
    yield "start to first result", f"{statistics.median(firsts + [first]):.2f} s"
    yield "resident after the first cell", f"{resident(manager)} MB"
    yield from services(name, client)
    times = []
    for i in range(1, arguments.executions + 1):
        times.append(run(client, COUNT[name].format(i)))
        if i in (10, 1000, arguments.executions):
            yield f"trivial cell, at {i:,}", f"{1000 * statistics.median(times[max(0, i - 10):]):.1f} ms"
            yield f"resident after {i:,} cells", f"{resident(manager)} MB"
    stops = [interrupt(manager, client, LOOP[name]) for _ in range(arguments.interrupts)]
    if stops:
        yield f"{len(stops)} interrupts", f"{1000 * statistics.median(stops):.0f} ms, at most {1000 * max(stops):.0f} ms"
    for i in range(arguments.clients):
        visit(manager, COUNT[name].format(i))
    yield f"resident after {arguments.clients} clients came and went", f"{resident(manager)} MB"
    yield "100 MB of output", f"{run(client, FLOOD[name]):.1f} s"
    yield "resident after it", f"{resident(manager)} MB"
    run(client, COUNT[name].format(1))
    if name != "python3":
        package(client, arguments.package)
    begun = time.perf_counter()
    manager.restart_kernel(now=True)
    client.wait_for_ready(timeout=60)
    run(client, COUNT[name].format(0))
    yield "restart to first result", f"{time.perf_counter() - begun:.2f} s"
    yield "#r nuget, asked before", "" if name == "python3" else package(client, arguments.package)
    client.stop_channels()
    manager.shutdown_kernel()
    yield "notebook of 20 cells, headless", headless(name)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    for option, default in (("executions", 10_000), ("interrupts", 200), ("clients", 100), ("starts", 5)):
        parser.add_argument("--" + option, type=int, default=default)
    parser.add_argument("--kernels", nargs="+", default=["csharp-course", "python3"])
    parser.add_argument("--package", default="Newtonsoft.Json, 13.0.3", help="of the registry, not carried by the kit")
    chosen = parser.parse_args()
    seen = {}
    for kernel in chosen.kernels:
        seen[kernel] = {}
        for row, value in measure(kernel, chosen):
            seen[kernel][row] = value
            print(f"{kernel}: {row}: {value}", flush=True)
    print("\n| | " + " | ".join(chosen.kernels) + " |\n|" + " --- |" * (len(chosen.kernels) + 1))
    for row in seen[chosen.kernels[0]]:
        print(f"| {row} | " + " | ".join(seen[kernel].get(row, "") for kernel in chosen.kernels) + " |")
