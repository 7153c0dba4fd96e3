// The handle of something shown: it can be replaced later.

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A value that is shown in a cell's output.</summary>
public class DisplayedValue
{
    private readonly ICellOutput output;
    private readonly string[] mimeTypes;

    internal DisplayedValue(string displayId, IReadOnlyList<FormattedValue> formattedValues, ICellOutput output, string[] mimeTypes)
    {
        DisplayId = displayId;
        FormattedValues = formattedValues;
        this.output = output;
        this.mimeTypes = mimeTypes;
    }

    /// <summary>The output's identity in the notebook.</summary>
    public string DisplayId { get; }

    /// <summary>What is shown now, one entry for each MIME type.</summary>
    public IReadOnlyList<FormattedValue> FormattedValues { get; private set; }

    /// <summary>Shows <paramref name="updatedValue"/> in the place of what was shown before.</summary>
    public void Update(object? updatedValue)
    {
        FormattedValues = FormattedValue.Bundle(updatedValue, mimeTypes);
        output.Show(this, update: true);
    }
}
