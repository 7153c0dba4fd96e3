using System.Reflection;
using TorchSharp.Utils;

namespace TorchSharp;

/// <summary>The component name of a field.</summary>
public static class FieldInfoExtensionMethods
{
    /// <summary>The name of the field's <see cref="ComponentNameAttribute"/>, or the field's own.</summary>
    public static string ComponentName(this FieldInfo field)
        => field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
}
