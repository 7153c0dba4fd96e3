using System.Text.Json.Nodes;
using NotebookHost.Documents;
using NotebookHost.Session;

namespace Tests;

public class DocumentTests
{
    private const string Odd = """
        {
         "nbformat_minor": 5,
         "cells": [
          {
           "source": [
            "x = \"é 😀 \\ud83d\" /  </script>\n",
            "\ttab"
           ],
           "metadata": {
            "tags": [],
            "collapsed": false,
            "my_tool": {
             "z": 1.50,
             "a": 1e-7,
             "big": 12345678901234567890
            }
           },
           "id": "abc-123",
           "cell_type": "code",
           "execution_count": null,
           "outputs": []
          },
          {
           "cell_type": "markdown",
           "id": "m1",
           "attachments": {
            "p.png": {
             "image/png": "AAAA"
            }
           },
           "metadata": {},
           "source": "one string, not a list"
          }
         ],
         "unknown_key": {},
         "metadata": {
          "kernelspec": {
           "name": ".net-csharp",
           "display_name": ".NET (C#)"
          }
         },
         "nbformat": 4
        }

        """;

    [Fact]
    public void What_is_not_changed_is_written_back_byte_for_byte()
    {
        Assert.Equal(Odd, Notebook.Parse(Odd).ToJson());
    }

    [Fact]
    public void Indent_escapes_and_a_missing_final_line_end_are_kept()
    {
        const string text = "{\n    \"cells\": [],\n    \"metadata\": {\n        \"note\": \"\\u00e9\"\n    },\n    \"nbformat\": 4,\n    \"nbformat_minor\": 5\n}";
        Assert.Equal(text, Notebook.Parse(text).ToJson());
    }

    [Fact]
    public void Stripping_outputs_touches_nothing_else()
    {
        var notebook = Notebook.Parse(Odd);
        notebook.Cells[0].Outputs.Add(new JsonObject { ["output_type"] = "stream" });
        notebook.Cells[0].ExecutionCount = 3;
        Assert.True(notebook.StripOutputs());
        Assert.Equal(Odd, notebook.ToJson());
        Assert.False(notebook.StripOutputs());
    }

    [Theory]
    [InlineData("{", "not JSON (line")]
    [InlineData("[]", "not a notebook")]
    [InlineData("{\"worksheets\": []}", "not a notebook")]
    [InlineData("{\"cells\": [3]}", "A cell of the notebook is not a JSON object")]
    public void A_file_that_is_no_notebook_is_refused_in_a_sentence(string json, string said)
    {
        Assert.Contains(said, Assert.Throws<NotebookException>(() => Notebook.Parse(json)).Message);
    }

    [Fact]
    public void A_dib_file_becomes_a_notebook_and_back()
    {
        const string dib = """
            #!meta

            {"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":[],"languageName":"csharp","name":"csharp"}]}}

            #!markdown

            # Title

            #!csharp

            #!time
            1 + 1

            #!html

            <b>x</b>

            """;
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".dib");
        try
        {
            File.WriteAllText(path, dib);
            var notebook = Notebook.Load(path);
            Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Code], notebook.Cells.Select(c => c.Kind));
            Assert.Equal("#!time\n1 + 1", notebook.Cells[1].Source);
            notebook.Save(path);
            Assert.Equal(dib, File.ReadAllText(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_stream_longer_than_ten_million_characters_ends_with_a_note()
    {
        var recorder = new OutputRecorder();
        JsonArray outputs = [];
        recorder.Begin(outputs, 1);
        var lines = string.Concat(Enumerable.Range(0, 6000).Select(i => $"{i:0000}\n"));
        for (var i = 0; i < 400; i++)
        {
            recorder.Stream("stdout", lines);
        }

        var text = MultilineText.Read(Assert.Single(outputs)!["text"]);
        Assert.InRange(text.Length, 10_000_000, 10_000_200);
        Assert.EndsWith("more than 10 million characters here: the rest is not kept.]\n", text);
    }

    [Fact]
    public void Streams_are_joined_carriage_returns_settled_and_updates_change_what_they_name()
    {
        var recorder = new OutputRecorder();
        var outputs = new JsonArray();
        recorder.Begin(outputs, 1);
        recorder.Stream("stdout", "10%\r");
        recorder.Stream("stdout", "20%\rdone\n");
        recorder.Display(new DisplayOutput(new JsonObject { ["text/plain"] = "a" }, "id", false));
        recorder.Stream("stderr", "e");
        recorder.Display(new DisplayOutput(new JsonObject { ["text/plain"] = "b\nc" }, "id", true));
        Assert.Equal(3, outputs.Count);
        Assert.Equal("done\n", MultilineText.Read(outputs[0]!["text"]));
        Assert.Equal("b\nc", MultilineText.Read(outputs[1]!["data"]!["text/plain"]));
    }

    [Fact]
    public void Clearing_with_wait_keeps_the_outputs_until_the_next_one()
    {
        var recorder = new OutputRecorder();
        var outputs = new JsonArray();
        recorder.Begin(outputs, 1);
        recorder.Stream("stdout", "a");
        recorder.Clear(wait: true);
        Assert.Single(outputs);
        recorder.Stream("stdout", "b");
        Assert.Equal("b", MultilineText.Read(Assert.Single(outputs)!["text"]));
    }
}
