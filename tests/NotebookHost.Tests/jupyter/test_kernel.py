"""The C# kernel against the suite jupyter_kernel_test (seen to pass with 0.4.5) and nbclient.

Run by hand or by .ci/run where Debian's packages python3-jupyter-kernel-test and python3-nbclient are installed,
after `course kernel install`:

    /usr/bin/python3 -m unittest discover -s tests/NotebookHost.Tests/jupyter -v
"""

import unittest

import jupyter_kernel_test as jkt


class CSharpKernel(jkt.KernelTests):
    kernel_name = "csharp-course"
    language_name = "C#"
    file_extension = ".cs"

    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oh no");'
    code_page_something = "Console.WriteLine?"
    code_clear_output = "NotebookHost.Display.CellOutputs.Clear();"
    code_generate_error = 'throw new InvalidOperationException("no");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "var list = new[] { 1, 2 }; list", "result": "[ 1, 2 ]"},
        {"code": "await Task.Delay(1); \"done\"", "result": "done"},
    ]
    code_display_data = [
        {"code": 'HTML("<b>x</b>").Display();', "mime": "text/html"},
        {"code": '"# x".DisplayAs("text/markdown");', "mime": "text/markdown"},
    ]
    completion_samples = [
        {"text": "Console.WriteL", "matches": {"WriteLine"}},
        {"text": "new[] { 1 }.SelectM", "matches": {"SelectMany"}},
        {"text": "#!ti", "matches": {"#!time"}},
    ]
    complete_code_samples = ["1 + 1", "var x = 3;", "class A { }", "#!time\n1"]
    incomplete_code_samples = ["if (true) {", "var x = (3 +", "class A {"]
    invalid_code_samples = ["var x = );", "class { }"]
    code_history_pattern = "6 *"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Console.WriteLine"


class Conversation(unittest.TestCase):
    """What the suite leaves out: interrupt, input, abort, update, restart."""

    def setUp(self):
        from jupyter_client.manager import start_new_kernel

        self.manager, self.client = start_new_kernel(kernel_name="csharp-course")

    def tearDown(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel()

    def outputs(self, code, **kwargs):
        seen = []
        reply = self.client.execute_interactive(code, timeout=30, output_hook=seen.append, **kwargs)
        return reply["content"], [(m["msg_type"], m["content"]) for m in seen]

    def test_an_endless_loop_is_interrupted_and_the_session_lives(self):
        message = self.client.execute('var kept = 5; Console.WriteLine("running"); while (true) { kept++; }')
        while self.client.get_iopub_msg(timeout=20)["msg_type"] != "stream":
            pass
        self.manager.interrupt_kernel()
        reply = self.client.get_shell_msg(timeout=5)
        while reply["parent_header"]["msg_id"] != message:
            reply = self.client.get_shell_msg(timeout=5)
        self.assertEqual(reply["content"]["status"], "error")
        self.assertEqual(reply["content"]["ename"], "KeyboardInterrupt")
        content, seen = self.outputs("kept > 5")
        self.assertEqual([c["data"]["text/plain"] for t, c in seen if t == "execute_result"], ["True"])

    def test_input_reaches_the_cell(self):
        def answer(message):
            self.client.input("Ada")

        content, seen = self.outputs('input("name? ")', allow_stdin=True, stdin_hook=answer)
        self.assertEqual([c["data"]["text/plain"] for t, c in seen if t == "execute_result"], ["Ada"])

    def test_cells_queued_behind_an_error_are_aborted(self):
        first = self.client.execute('await Task.Delay(300); throw new Exception("x");')
        second = self.client.execute("1 + 1")
        states = {}
        while len(states) < 2:
            reply = self.client.get_shell_msg(timeout=20)
            if reply["parent_header"]["msg_id"] in (first, second):
                states[reply["parent_header"]["msg_id"]] = reply["content"]["status"]
        self.assertEqual((states[first], states[second]), ("error", "aborted"))

    def test_a_restarted_kernel_is_ready_soon_and_empty(self):
        import time
        self.outputs("var here = 1;")
        clock = time.monotonic()
        self.manager.restart_kernel(now=False)
        self.client.wait_for_ready(timeout=20)
        self.assertLess(time.monotonic() - clock, 4)
        content, _ = self.outputs("here")
        self.assertEqual(content["status"], "error")

    def test_an_update_names_the_display_that_it_changes(self):
        code = "using Microsoft.DotNet.Interactive; var d = KernelInvocationContext.Current.Display(1); d.Update(2);"
        _, seen = self.outputs(code)
        ids = [c["transient"]["display_id"] for t, c in seen if t in ("display_data", "update_display_data")]
        self.assertEqual(len(ids), 2)
        self.assertEqual(ids[0], ids[1])

    def test_comms_are_refused_politely(self):
        message = self.client.session.msg("comm_open", {"comm_id": "c1", "target_name": "jupyter.widget", "data": {}})
        self.client.shell_channel.send(message)
        while True:
            answer = self.client.get_iopub_msg(timeout=10)
            if answer["msg_type"] == "comm_close":
                self.assertEqual(answer["content"]["comm_id"], "c1")
                break

    def test_user_expressions_are_evaluated(self):
        content, _ = self.outputs("var a = 2;", user_expressions={"twice": "a * 2", "bad": "nothing"})
        self.assertEqual(content["user_expressions"]["twice"]["data"]["text/plain"], "4")
        self.assertEqual(content["user_expressions"]["bad"]["status"], "error")


if __name__ == "__main__":
    unittest.main()
