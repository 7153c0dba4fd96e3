using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Hostile;

/// <summary>
/// Draws arguments for a method: mostly plausible ones, and among them disposed and empty tensors, views expanded to more
/// elements than memory holds, other element types and ranks, NaN, negative and enormous numbers. The same seed draws the same.
/// </summary>
internal sealed class HostileArguments
{
    private static readonly long[] s_enormous = [1L << 50, 1L << 60, 1L << 62, long.MaxValue, long.MaxValue - 1, long.MinValue, -(1L << 31), -(1L << 40)];
    private static readonly double[] s_odd = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300, -1e300, 0, -0.0, double.Epsilon, -1, 9.3e18];
    private static readonly string?[] s_words = ["ij,jk->ik", "bij,bjk->bik", "ii->i", "i...->...", "mean", "sum", "fro", "nuc", "xy", "ij", "", "zz->q", "relu", "floor", "trunc", null];
    private static readonly ScalarType[] s_types = [
        ScalarType.Float32, ScalarType.Float64, ScalarType.Int64, ScalarType.Int32, ScalarType.Int16, ScalarType.Int8, ScalarType.Byte, ScalarType.Bool, ScalarType.Float16, ScalarType.BFloat16];

    private readonly Random _random;
    private readonly bool _wild;
    private readonly long[] _shape;
    private readonly ScalarType _type;
    private readonly StringBuilder _text = new();
    private int _tensors;

    public HostileArguments(int seed, bool? wild = null)
    {
        _random = new Random(seed);
        _wild = wild ?? _random.Next(3) == 0;
        _shape = Shape();
        _type = _random.Next(4) switch { 0 or 1 => ScalarType.Float32, 2 => ScalarType.Float64, _ => Type() };
    }

    /// <summary>What was drawn, for the message of a failure.</summary>
    public string Text => _text.ToString();

    /// <summary>The arguments of a method, null at one position where that is given; null where it asks for something that cannot be made up.</summary>
    public object?[]? For(MethodBase method, int nullAt = -1)
    {
        var parameters = method.GetParameters();
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            _text.Append(i == 0 ? "" : ", ").Append(parameters[i].Name).Append(": ");
            if (i != nullAt && !TryArgument(parameters[i], out arguments[i])) return null;
        }
        return arguments;
    }

    /// <summary>An object of a type of the engine: made by its factory in torch.nn, torch.optim or lr_scheduler, or by its constructor.</summary>
    public bool TryMake(Type type, out object? made) => TryValue(type, out made) && made is not null;

    /// <summary>The types that stand for the type parameters of a method.</summary>
    public MethodInfo Closed(MethodInfo method) => method.IsGenericMethodDefinition
        ? method.MakeGenericMethod([.. method.GetGenericArguments().Select(_ => _random.Next(3) switch { 0 => typeof(double), 1 => typeof(long), _ => typeof(float) })])
        : method;

    public Tensor Tensor()
    {
        _tensors++;
        var draw = _random.Next(100);
        if (_wild && draw < 4)
        {
            var disposed = ones(2, 3);
            disposed.Dispose();
            return Told("disposed", disposed);
        }
        var type = _random.Next(_wild ? 3 : 6) == 0 ? Type() : _type;
        if (_tensors > 1 && _random.Next(5) == 0) type = ScalarType.Int64;
        if (_wild && draw < 10) return Told($"{type}[2^50]", ones(1, dtype: type).expand(1L << 50));
        if (_wild && draw < 14) return Told($"{type}[2^50, 3, 2^10]", ones(1, 1, 1, dtype: type).expand(1L << 50, 3, 1L << 10));
        if (_wild && draw < 16) return Told($"{type}[0, 2^50]", ones(0, 1, dtype: type).expand(0, 1L << 50));
        if (_wild && draw < 19) return Told($"{type}[2, 2^25, 2^24, 3]", ones(2, 1, 1, 3, dtype: type).expand(2, 1L << 25, 1L << 24, 3));
        return Ordinary(SomeShape(), type);
    }

    private Tensor Told(string text, Tensor tensor)
    {
        _text.Append(text);
        return tensor;
    }

    private Tensor Ordinary(long[] shape, ScalarType type)
    {
        var x = _random.Next(3) switch
        {
            0 => (randn(shape, dtype: ScalarType.Float64) * 3).to(type),
            1 => randint(0, 4, shape).to(type),
            _ => rand(shape, dtype: ScalarType.Float64).to(type),
        };
        if (x.is_floating_point() && _random.Next(12) == 0) x = x * s_odd[_random.Next(4)];
        if (type == ScalarType.Int64 && _random.Next(8) == 0) x = x * (1L << _random.Next(62)) - _random.Next(5);
        var layout = _random.Next(8);
        if (layout == 0 && x.ndim >= 2) x = x.transpose(0, -1).contiguous().transpose(0, -1);
        else if (layout == 1 && x.ndim >= 1) x = cat([x, x])[TensorIndex.Slice(0, null, 2)];
        else if (layout == 2 && x.ndim >= 1 && x.shape[0] > 0) x = x[TensorIndex.Slice(0, 1)].expand(x.shape);
        if (x.is_floating_point() && _random.Next(3) == 0) x = x.detach().requires_grad_();
        return Told($"{type}[{string.Join(", ", shape)}]{(layout < 3 ? " strided" : "")}{(x.requires_grad ? " with gradient" : "")}", x);
    }

    private long[] SomeShape()
    {
        if (_tensors > 1 && _random.Next(_wild ? 2 : 4) == 0) return Shape();
        long[] shape = [.. _shape];
        for (var d = 0; d < shape.Length; d++)
            if (_tensors > 1 && _random.Next(12) == 0) shape[d] = 1;
        return shape;
    }

    private long[] Shape()
    {
        if (_random.Next(3) == 0) return [_random.Next(1, 4), _random.Next(1, 5), _random.Next(1, 7), _random.Next(1, 7)];
        var shape = new long[_random.Next(0, 6)];
        for (var d = 0; d < shape.Length; d++) shape[d] = _random.Next(12) == 0 ? 0 : _random.Next(1, 6);
        return shape;
    }

    private ScalarType Type() => s_types[_random.Next(s_types.Length)];

    private long Number()
    {
        if (_random.Next(_wild ? 4 : 20) == 0) return s_enormous[_random.Next(s_enormous.Length)];
        return _random.Next(_wild ? 4 : 12) == 0 ? -_random.Next(1, 9) : _random.Next(0, _random.Next(2) == 0 ? 3 : 6);
    }

    // An int that is enormous would be a size that memory may just hold.
    private int SmallNumber() => (int)Math.Clamp(Number(), int.MinValue, 9);

    private long[] Numbers()
    {
        if (_random.Next(4) == 0) return [.. _shape];
        if (_wild && _random.Next(40) == 0) return [.. Enumerable.Repeat(1L, 70)];
        return [.. Enumerable.Range(0, _random.Next(_wild ? 7 : 5)).Select(_ => Number())];
    }

    private double Real() => _random.Next(_wild ? 3 : 10) == 0 ? s_odd[_random.Next(s_odd.Length)] : Math.Round(_random.NextDouble() * 4 - 1, 2);

    private bool TryArgument(ParameterInfo parameter, out object? value)
    {
        if (parameter.HasDefaultValue && parameter.DefaultValue is not DBNull && _random.Next(_wild ? 2 : 3) != 0)
        {
            var type = parameter.ParameterType;
            _text.Append("default");
            value = parameter.DefaultValue is { } given
                ? Nullable.GetUnderlyingType(type) is { IsEnum: true } constant ? Enum.ToObject(constant, given) : given
                : type.IsValueType ? Activator.CreateInstance(type) : null;
            return true;
        }
        if (parameter.Name is "location" or "filename" or "path")
        {
            value = Path.Combine(Path.GetTempPath(), "no such folder", "file");
            return true;
        }
        if (parameter.Name is "verbose")
        {
            value = false;
            return true;
        }
        return TryValue(parameter.ParameterType, out value);
    }

    private bool TryValue(Type type, out object? value)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            value = null;
            return _random.Next(3) == 0 || TryValue(inner, out value);
        }
        if (type == typeof(Tensor)) value = Tensor();
        else if (type == typeof(Parameter)) value = nn.Parameter(randn(Shape()));
        else if (type == typeof(nn.Module) || type == typeof(nn.Module<Tensor, Tensor>)) value = nn.ReLU();
        else if (type == typeof(TensorIndex)) value = Index();
        else if (type == typeof(Device)) value = null;
        else if (type == typeof(Generator)) value = _random.Next(2) == 0 ? null : new Generator(1);
        else if (typeof(Delegate).IsAssignableFrom(type)) value = Constant(type);
        else if (type.IsArray || type.IsGenericType && type.Assembly != typeof(torch).Assembly) return TryMany(type, out value);
        else if (type.IsClass && type.Assembly == typeof(torch).Assembly && Plain(type) is null)
        {
            value = Made(type);
            return value is not null;
        }
        else
        {
            value = Plain(type);
            _text.Append(value ?? "null");
            return value is not null || type == typeof(string);
        }
        return true;
    }

    // A function that answers the default of its result.
    private static Delegate Constant(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        return Expression.Lambda(type, Expression.Default(invoke.ReturnType), invoke.GetParameters().Select(p => Expression.Parameter(p.ParameterType))).Compile();
    }

    private object? Made(Type type)
    {
        if (type == typeof(optim.Optimizer)) type = typeof(SGD);
        if (type == typeof(optim.lr_scheduler.LRScheduler)) type = typeof(optim.lr_scheduler.impl.StepLR);
        if (type == typeof(utils.data.Dataset)) type = typeof(TensorDataset);
        Type[] factories = [typeof(nn), typeof(optim), typeof(optim.lr_scheduler), typeof(utils.data)];
        var makers = factories.SelectMany(factory => factory.GetMethods()).Where(method => method.ReturnType == type && !method.IsGenericMethod).Cast<MethodBase>()
            .Concat(type.IsAbstract ? [] : type.GetConstructors()).ToArray();
        if (makers.Length == 0) return null;
        var maker = makers[_random.Next(makers.Length)];
        if (For(maker) is not { } arguments) return null;
        try
        {
            return maker is ConstructorInfo constructor ? constructor.Invoke(arguments) : maker.Invoke(null, arguments);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }

    private object? Plain(Type type) => type switch
    {
        _ when type == typeof(long) => Number(),
        _ when type == typeof(int) => SmallNumber(),
        _ when type == typeof(double) => Real(),
        _ when type == typeof(float) => (float)Real(),
        _ when type == typeof(Half) => (Half)Real(),
        _ when type == typeof(bool) => _random.Next(2) == 0,
        _ when type == typeof(byte) => (byte)_random.Next(4),
        _ when type == typeof(sbyte) => (sbyte)_random.Next(-4, 4),
        _ when type == typeof(short) => (short)_random.Next(-4, 4),
        _ when type == typeof(char) => 'x',
        _ when type == typeof(object) => 1,
        _ when type.IsAssignableFrom(typeof(MemoryStream)) => new MemoryStream(new byte[64]),
        _ when type == typeof(BinaryReader) => new BinaryReader(new MemoryStream(new byte[64])),
        _ when type == typeof(BinaryWriter) => new BinaryWriter(new MemoryStream()),
        _ when type == typeof(string) => s_words[_random.Next(s_words.Length)],
        _ when type == typeof(Scalar) => _random.Next(2) == 0 ? (Scalar)Real() : (Scalar)Number(),
        _ when type == typeof(ScalarType) => _random.Next(20) == 0 ? (ScalarType)_random.Next(-3, 40) : Type(),
        _ when type == typeof(Size) => new Size(Numbers()),
        _ when type.IsEnum => _random.Next(12) == 0 ? Enum.ToObject(type, _random.Next(-2, 40)) : Enum.GetValues(type).GetValue(_random.Next(Enum.GetValues(type).Length)),
        _ => null,
    };

    private bool TryMany(Type type, out object? value)
    {
        value = null;
        if (type.IsArray)
        {
            if (type.GetArrayRank() > 1) value = Array.CreateInstance(type.GetElementType()!, [.. Enumerable.Range(0, type.GetArrayRank()).Select(_ => _random.Next(0, 3))]);
            else value = type.GetElementType() == typeof(long) ? Numbers() : Filled(type.GetElementType()!);
            if (value is long[] numbers) _text.Append($"[{string.Join(", ", numbers)}]");
            return value is not null;
        }
        var (definition, parts) = (type.GetGenericTypeDefinition(), type.GetGenericArguments());
        if (definition == typeof(IEnumerable<>) || definition == typeof(IList<>) || definition == typeof(IReadOnlyList<>) || definition == typeof(ICollection<>))
            return TryMany(parts[0].MakeArrayType(), out value);
        if (!type.IsAssignableTo(typeof(System.Runtime.CompilerServices.ITuple))) return false;
        var items = new object?[parts.Length];
        _text.Append('(');
        for (var i = 0; i < parts.Length; i++)
        {
            if (!TryValue(parts[i], out items[i])) return false;
            _text.Append(' ');
        }
        _text.Append(')');
        value = Activator.CreateInstance(type, items);
        return true;
    }

    private Array? Filled(Type element)
    {
        IList items = Array.CreateInstance(element, _random.Next(0, 4));
        for (var i = 0; i < items.Count; i++)
        {
            if (!TryValue(element, out var item)) return null;
            items[i] = item;
            _text.Append(' ');
        }
        return (Array)items;
    }

    private TensorIndex Index() => _random.Next(8) switch
    {
        0 => TensorIndex.Slice(_random.Next(2) == 0 ? null : Number(), _random.Next(2) == 0 ? null : Number(), _random.Next(2) == 0 ? null : Number()),
        1 => TensorIndex.Ellipsis,
        2 => TensorIndex.None,
        3 => TensorIndex.Colon,
        4 => TensorIndex.Bool(_random.Next(2) == 0),
        5 => TensorIndex.Tensor(Tensor()),
        _ => TensorIndex.Single(Number()),
    };
}
