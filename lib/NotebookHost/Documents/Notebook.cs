// A notebook, nbformat 4.5, as the JSON that it is: what this class does not know stays as it was, keys in their order.

using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookHost.Documents;

/// <summary>A notebook document.</summary>
public sealed class Notebook
{
    private readonly JsonObject root;
    private readonly JsonStyle style;

    private Notebook(JsonObject root, JsonStyle style)
    {
        this.root = root;
        this.style = style;
        Cells = [.. CellArray.Select(c => new Cell(c as JsonObject ?? throw new NotebookException("A cell of the notebook is not a JSON object.")))];
    }

    /// <summary>The cells in their order.</summary>
    public IReadOnlyList<Cell> Cells { get; private set; }

    /// <summary>The notebook's metadata, as it stands in the file.</summary>
    public JsonObject Metadata => root["metadata"] as JsonObject ?? Add("metadata");

    /// <summary>The first heading of the first Markdown cell that has one, or null.</summary>
    public string? Title => Cells.Where(c => c.Kind == CellKind.Markdown)
        .SelectMany(c => c.Source.Split('\n'))
        .FirstOrDefault(l => l.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim();

    private JsonArray CellArray => root["cells"] as JsonArray ?? throw new NotebookException("The notebook has no list \"cells\".");

    /// <summary>An empty notebook for C#.</summary>
    public static Notebook Create() => new(
        new JsonObject
        {
            ["cells"] = new JsonArray(),
            ["metadata"] = new JsonObject
            {
                ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
                ["language_info"] = new JsonObject { ["file_extension"] = ".cs", ["mimetype"] = "text/x-csharp", ["name"] = "C#", ["pygments_lexer"] = "csharp" },
            },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        },
        JsonStyle.Jupyter);

    /// <summary>Reads an <c>.ipynb</c> or <c>.dib</c> file.</summary>
    /// <exception cref="NotebookException">The file is missing or not a notebook.</exception>
    public static Notebook Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new NotebookException($"There is no notebook {path}.");
        }

        // A pipe or a device has no length, and reading one could wait for ever.
        var text = new FileInfo(path).Length == 0 ? "" : File.ReadAllText(path);
        try
        {
            return Path.GetExtension(path).Equals(".dib", StringComparison.OrdinalIgnoreCase) ? Dib.Parse(text) : Parse(text);
        }
        catch (NotebookException exception)
        {
            throw new NotebookException($"{path}: {exception.Message}", exception);
        }
    }

    /// <summary>Reads a notebook's JSON.</summary>
    /// <exception cref="NotebookException">The text is not a notebook of nbformat 4.</exception>
    public static Notebook Parse(string json)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(json);
        }
        catch (JsonException exception)
        {
            throw new NotebookException($"This is not JSON (line {exception.LineNumber + 1}): a notebook is a JSON file that Jupyter or VS Code wrote.", exception);
        }

        if (node is not JsonObject root || root["cells"] is not JsonArray)
        {
            throw new NotebookException("This is JSON, but not a notebook: it has no list \"cells\". Notebooks older than nbformat 4 must be converted by Jupyter first.");
        }

        return new Notebook(root, JsonStyle.Of(json));
    }

    /// <summary>The file's text.</summary>
    public string ToJson() => NotebookJson.Write(root, style);

    /// <summary>Writes an <c>.ipynb</c> or <c>.dib</c> file: first beside it, then in its place.</summary>
    public void Save(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var text = Path.GetExtension(path).Equals(".dib", StringComparison.OrdinalIgnoreCase) ? Dib.Write(this) : ToJson();
        var temporary = path + ".tmp";
        File.WriteAllText(temporary, text);
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>A copy that shares nothing with this one.</summary>
    public Notebook Clone() => new((JsonObject)root.DeepClone(), style);

    /// <summary>Inserts a cell.</summary>
    public Cell Insert(int index, CellKind kind, string source, string? id = null)
    {
        var cell = Cell.Create(kind, source, id ?? NewId());
        CellArray.Insert(index, cell.Json);
        Cells = [.. Cells.Take(index), cell, .. Cells.Skip(index)];
        return cell;
    }

    /// <summary>Appends a cell.</summary>
    public Cell Add(CellKind kind, string source, string? id = null) => Insert(Cells.Count, kind, source, id);

    /// <summary>Makes these the notebook's cells, in this order; cells of the notebook that are among them stay the same objects.</summary>
    public void Arrange(IEnumerable<Cell> cells)
    {
        Cell[] arranged = [.. cells];
        CellArray.Clear();
        foreach (var cell in arranged)
        {
            CellArray.Add((JsonNode)cell.Json);
        }

        Cells = arranged;
    }

    /// <summary>Removes all outputs and execution counts; true when there were any.</summary>
    public bool StripOutputs()
    {
        var changed = false;
        foreach (var cell in Cells)
        {
            changed |= cell.StripOutputs();
        }

        return changed;
    }

    private static string NewId() => Guid.NewGuid().ToString("N")[..8];

    private JsonObject Add(string key)
    {
        var value = new JsonObject();
        root[key] = value;
        return value;
    }
}
