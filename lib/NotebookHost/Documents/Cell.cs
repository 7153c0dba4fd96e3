// A cell of a notebook: a view of its JSON.

using System.Text.Json.Nodes;

namespace NotebookHost.Documents;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    /// <summary>C# code.</summary>
    Code,

    /// <summary>Text in Markdown.</summary>
    Markdown,

    /// <summary>Text for converters.</summary>
    Raw,
}

/// <summary>A cell.</summary>
public sealed class Cell
{
    internal Cell(JsonObject json) => Json = json;

    /// <summary>The stable identity (nbformat 4.5), or null in older files.</summary>
    public string? Id => (string?)Json["id"];

    /// <summary>What the cell holds.</summary>
    public CellKind Kind => (string?)Json["cell_type"] switch
    {
        "code" => CellKind.Code,
        "markdown" => CellKind.Markdown,
        _ => CellKind.Raw,
    };

    /// <summary>The text.</summary>
    public string Source
    {
        get => MultilineText.Read(Json["source"]);
        set => Json["source"] = MultilineText.Write(value);
    }

    /// <summary>Whether it holds code to run.</summary>
    internal bool Runs => Kind == CellKind.Code && Source.Trim().Length > 0;

    /// <summary>The tags of its metadata.</summary>
    public IReadOnlyList<string> Tags => Metadata["tags"] is JsonArray tags ? [.. tags.Select(t => (string?)t ?? "")] : [];

    /// <summary>Its metadata.</summary>
    public JsonObject Metadata
    {
        get
        {
            if (Json["metadata"] is JsonObject present)
            {
                return present;
            }

            var made = new JsonObject();
            Json["metadata"] = made;
            return made;
        }
    }

    /// <summary>The outputs, nbformat objects.</summary>
    public JsonArray Outputs
    {
        get
        {
            if (Json["outputs"] is JsonArray present)
            {
                return present;
            }

            var made = new JsonArray();
            Json["outputs"] = made;
            return made;
        }
    }

    /// <summary>The number in the order of execution, or null.</summary>
    public int? ExecutionCount
    {
        get => (int?)Json["execution_count"];
        set => Json["execution_count"] = value;
    }

    internal JsonObject Json { get; }

    /// <summary>Removes outputs and execution count; true when there were any.</summary>
    public bool StripOutputs()
    {
        if (Kind != CellKind.Code)
        {
            return false;
        }

        var changed = Outputs.Count > 0 || Json["execution_count"] is not null;
        Outputs.Clear();
        Json["execution_count"] = null;
        return changed;
    }

    /// <summary>Changes what the cell holds; its text, its identity and its tags stay.</summary>
    internal void Become(CellKind kind)
    {
        if (kind == Kind)
        {
            return;
        }

        Json["cell_type"] = kind.ToString().ToLowerInvariant();
        if (kind == CellKind.Code)
        {
            Json["execution_count"] = null;
            Json["outputs"] = new JsonArray();
        }
        else
        {
            Json.Remove("execution_count");
            Json.Remove("outputs");
        }
    }

    internal static Cell Create(CellKind kind, string source, string id)
    {
        var json = new JsonObject { ["cell_type"] = kind.ToString().ToLowerInvariant() };
        if (kind == CellKind.Code)
        {
            json["execution_count"] = null;
        }

        json["id"] = id;
        json["metadata"] = new JsonObject();
        if (kind == CellKind.Code)
        {
            json["outputs"] = new JsonArray();
        }

        json["source"] = MultilineText.Write(source);
        return new Cell(json);
    }
}
