// Fits plain values to the parameters of a function: numbers may be widened, optional parameters left out.

using System.Reflection;
using static TorchSharp.torch;

namespace NotebookHost.Grading;

internal static class Arguments
{
    /// <summary>The arguments in the parameters' types, or null where they do not fit.</summary>
    internal static object?[]? Fit(ParameterInfo[] parameters, object?[] values)
    {
        if (values.Length > parameters.Length || parameters.Skip(values.Length).Any(p => !p.IsOptional))
        {
            return null;
        }

        var fitted = new object?[parameters.Length];
        for (var i = 0; i < fitted.Length; i++)
        {
            if (i >= values.Length)
            {
                fitted[i] = parameters[i].DefaultValue;
            }
            else if (!TryFit(values[i], parameters[i].ParameterType, out fitted[i]))
            {
                return null;
            }
        }

        return fitted;
    }

    /// <summary>A plain value in a type: itself, or the same number in a type that holds it.</summary>
    internal static bool TryFit(object? value, Type type, out object? fitted)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        fitted = value;
        if (value is null)
        {
            return !type.IsValueType;
        }

        if (type.IsInstanceOfType(value))
        {
            return true;
        }

        if (value is Array items && type.IsArray && type.GetArrayRank() == 1)
        {
            var element = type.GetElementType()!;
            var array = Array.CreateInstance(element, items.Length);
            for (var i = 0; i < items.Length; i++)
            {
                if (!TryFit(items.GetValue(i), element, out var item))
                {
                    return false;
                }

                array.SetValue(item, i);
            }

            fitted = array;
            return true;
        }

        fitted = (value, type) switch
        {
            (int number, _) when type == typeof(long) => (long)number,
            (int number, _) when type == typeof(float) => (float)number,
            (int number, _) when type == typeof(double) => (double)number,
            (long number, _) when type == typeof(int) && number == (int)number => (int)number,
            (long number, _) when type == typeof(double) && Math.Abs(number) <= 1L << 53 => (double)number,
            (long number, _) when type == typeof(float) && Math.Abs(number) <= 1L << 24 => (float)number,
            (float number, _) when type == typeof(double) => (double)number,
            (double number, _) when type == typeof(float) => (float)number,
            (byte number, _) when type == typeof(int) => (int)number,
            (byte number, _) when type == typeof(long) => (long)number,
            (Tensor scalar, _) when scalar.numel() == 1 && scalar.shape.Length == 0 && type == typeof(double) => scalar.to(TorchSharp.torch.float64).item<double>(),
            (Tensor scalar, _) when scalar.numel() == 1 && scalar.shape.Length == 0 && type == typeof(float) => scalar.to(TorchSharp.torch.float32).item<float>(),
            _ => null,
        };
        return fitted is not null;
    }
}
