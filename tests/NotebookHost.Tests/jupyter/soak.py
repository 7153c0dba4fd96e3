"""Long runs of the C# kernel beside ipykernel, in one go: latency, memory, interrupts, restarts, clients, floods.

Run by hand (about ten minutes with the default counts) where Debian's python3-jupyter-client and python3-ipykernel are installed,
after `course kernel install`:

    /usr/bin/python3 tests/NotebookHost.Tests/jupyter/soak.py [--executions 10000] [--interrupts 200] [--clients 100] [--kernels csharp-course python3]
"""

import argparse
import statistics
import time

from jupyter_client.blocking import BlockingKernelClient
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
    """Milliseconds of an editor's requests, warm."""
    code = SERVED[name]
    requests = {
        "completion": lambda: client.complete(code, len(code)),
        "documentation": lambda: client.inspect(code[:-3], len(code) - 6),
        "completeness": lambda: client.is_complete(code),
    }
    for what, request in requests.items():
        times = []
        for _ in range(20):
            begun = time.perf_counter()
            sent = request()
            while client.get_shell_msg(timeout=30)["parent_header"].get("msg_id") != sent:
                pass
            times.append(time.perf_counter() - begun)
        print(f"  {what}: first {1000 * times[0]:.0f} ms, then median {1000 * statistics.median(times[1:]):.0f} ms, worst {1000 * max(times[1:]):.0f} ms", flush=True)


def visit(manager, code):
    """A client that comes, runs one cell and goes."""
    client = BlockingKernelClient(connection_file=manager.connection_file)
    client.load_connection_file()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    run(client, code)
    client.stop_channels()


def measure(name, arguments):
    manager, client, ready, first = started(name)
    print(f"{name}: ready {ready:.2f} s, first result {first:.2f} s, {resident(manager)} MB", flush=True)
    services(name, client)
    times = []
    for i in range(1, arguments.executions + 1):
        times.append(run(client, COUNT[name].format(i)))
        if i in (10, 1000, arguments.executions):
            print(f"  cell {i}: {1000 * statistics.median(times[max(0, i - 10):]):.1f} ms, {resident(manager)} MB", flush=True)
    stops = [interrupt(manager, client, LOOP[name]) for _ in range(arguments.interrupts)]
    if stops:
        print(f"  {len(stops)} interrupts: median {1000 * statistics.median(stops):.0f} ms, worst {1000 * max(stops):.0f} ms", flush=True)
    for i in range(arguments.clients):
        visit(manager, COUNT[name].format(i))
    print(f"  {arguments.clients} clients came and went: {resident(manager)} MB", flush=True)
    print(f"  100 MB of output: {run(client, FLOOD[name]):.1f} s, {resident(manager)} MB", flush=True)
    run(client, COUNT[name].format(1))
    begun = time.perf_counter()
    manager.restart_kernel(now=True)
    client.wait_for_ready(timeout=60)
    run(client, COUNT[name].format(0))
    print(f"  restart to first result: {time.perf_counter() - begun:.2f} s", flush=True)
    client.stop_channels()
    manager.shutdown_kernel()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    for option, default in (("executions", 10_000), ("interrupts", 200), ("clients", 100)):
        parser.add_argument("--" + option, type=int, default=default)
    parser.add_argument("--kernels", nargs="+", default=["csharp-course", "python3"])
    chosen = parser.parse_args()
    for kernel in chosen.kernels:
        measure(kernel, chosen)
