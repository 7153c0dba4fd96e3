// What a finished training run leaves in its folder, beside the checkpoints.

using System.Text.Json.Nodes;
using ConvNets.Training;
using ConvNets.Weights;
using Plotly.NET.CSharp;
using TorchSharp;

namespace Course;

internal static class TrainingOutput
{
    /// <summary>The files written at the end.</summary>
    public static readonly string[] Files = ["history.csv", "steps.csv", "curve.html", "result.json", "weights.safetensors"];

    /// <summary>Writes history, curve, test result and weights.</summary>
    public static void Write(string folder, string id, History history, Evaluation result, torch.nn.Module model)
    {
        history.Save(folder);
        var names = Enumerable.Range(0, result.Classes).Select(result.Name).ToArray();
        var json = new JsonObject
        {
            ["id"] = id,
            ["test"] = new JsonObject { ["pictures"] = result.Count, ["loss"] = double.IsFinite(result.Loss) ? result.Loss : null, ["top1"] = result.Top1, ["top5"] = result.Top5 },
            ["classes"] = new JsonArray([.. names.Select(n => (JsonNode)n)]),
            ["confusion"] = new JsonArray([.. Enumerable.Range(0, result.Classes).Select(t => (JsonNode)new JsonArray([.. Enumerable.Range(0, result.Classes).Select(p => (JsonNode)result.Confusion[t, p])]))]),
        };
        AtomicFile.Write(Path.Combine(folder, "result.json"), Json.Text(json) + "\n");
        StateDict.Save(model, Path.Combine(folder, "weights.safetensors"));

        // This writer takes a path: the file appears when it is whole.
        var temporary = Path.Combine(folder, "part-curve.html");
        new[] { history }.LearningCurves($"{id}: accuracy while training").SaveHtml(temporary);
        File.Move(temporary, Path.Combine(folder, "curve.html"), overwrite: true);
    }
}
