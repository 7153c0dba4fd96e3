// How far a type is from the type that a formatter was registered for: the nearest registration wins.

namespace Microsoft.DotNet.Interactive.Formatting;

internal static class TypeDistance
{
    private const int InterfaceDistance = 100;
    private const int ObjectDistance = 1000;

    /// <summary>0 for the type itself, more for base types, more still for interfaces; null when unrelated.</summary>
    internal static int? Between(Type actual, Type registered)
    {
        if (registered == actual)
        {
            return 0;
        }

        if (registered == typeof(object))
        {
            return ObjectDistance;
        }

        if (registered.IsInterface)
        {
            return actual.GetInterfaces().Any(i => Same(i, registered)) || Same(actual, registered) ? InterfaceDistance : null;
        }

        var distance = 0;
        for (Type? type = actual; type is not null; type = type.BaseType, distance += 2)
        {
            if (Same(type, registered))
            {
                return type == registered ? distance : distance + 1;
            }
        }

        return null;
    }

    private static bool Same(Type actual, Type registered) =>
        actual == registered || (registered.IsGenericTypeDefinition && actual.IsGenericType && actual.GetGenericTypeDefinition() == registered);
}
