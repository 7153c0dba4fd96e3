// Weights into a network and out of it, by state-dict names.
using System.Text.RegularExpressions;
using ConvNets.Architectures;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Weights;

/// <summary>Loads and saves the parameters and buffers of a network.</summary>
public static partial class StateDict
{
    /// <summary>
    /// Copies the tensors of a <c>.safetensors</c>, <c>.pt</c> or <c>.pth</c> file into a network. All names and shapes must agree;
    /// counters of batch norm may be missing, and so may the heads that a network has for training only.
    /// </summary>
    /// <exception cref="WeightsException">The file cannot be read, or a tensor is missing, unexpected or of another shape.</exception>
    public static void Load(Module network, string path)
    {
        if (!File.Exists(path))
            throw new WeightsException($"There is no file '{path}'.");
        Load(network, Read(path), Path.GetFileName(path));
    }

    /// <summary>The tensors of a file of weights, by the format that its first bytes show.</summary>
    public static IReadOnlyDictionary<string, StoredTensor> Read(string path) =>
        path.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase) ? SafeTensors.Read(path) : PyTorchFile.Read(path);

    /// <summary>Copies stored tensors into a network.</summary>
    public static void Load(Module network, IReadOnlyDictionary<string, StoredTensor> stored, string file)
    {
        var target = network.state_dict();
        var source = Renamed(stored, target);
        var heads = (network as IAuxiliaryClassifiers)?.AuxiliaryModules ?? [];
        foreach (var (name, tensor) in target)
            if (!source.TryGetValue(name, out var values))
            {
                if (!name.EndsWith("num_batches_tracked", StringComparison.Ordinal) && !heads.Contains(name.Split('.')[0]))
                    throw new WeightsException($"'{file}' has no tensor '{name}' of shape {StoredTensor.Format(tensor.shape)}, which the network needs{Hint(source.Keys)}.");
            }
            else if (!values.Shape.AsSpan().SequenceEqual(tensor.shape))
                throw new WeightsException($"Tensor '{name}' of '{file}' has the shape {StoredTensor.Format(values.Shape)}, but the network needs {StoredTensor.Format(tensor.shape)}.");
        if (source.Keys.FirstOrDefault(name => !target.ContainsKey(name)) is { } unexpected)
            throw new WeightsException($"'{file}' has the tensor '{unexpected}' of shape {StoredTensor.Format(source[unexpected].Shape)}, which the network does not have.");

        using var _ = no_grad();
        foreach (var (name, tensor) in target)
            if (source.TryGetValue(name, out var values))
                Copy(values, tensor, name);
    }

    /// <summary>Writes all parameters and buffers of a network to a safetensors file, which PyTorch loads.</summary>
    public static void Save(Module network, string path) => SafeTensors.Write(path, network.state_dict());

    private static void Copy(StoredTensor stored, Tensor target, string name)
    {
        var type = SafeTensors.TypeOf(target, name);
        if (target.is_contiguous() && target.device.type == TorchSharp.DeviceType.CPU)
        {
            stored.CopyTo(target.bytes, type);
            return;
        }
        using var values = empty_like(target, device: CPU).contiguous();
        stored.CopyTo(values.bytes, type);
        target.copy_(values);
    }

    /// <summary>
    /// Two habits of published files: the prefix of a data-parallel wrapper, and the names that torchvision's first DenseNets had.
    /// </summary>
    private static Dictionary<string, StoredTensor> Renamed(IReadOnlyDictionary<string, StoredTensor> stored, Dictionary<string, Tensor> target)
    {
        var wrapped = stored.Count > 0 && stored.Keys.All(name => name.StartsWith("module.", StringComparison.Ordinal)) && !target.Keys.Any(name => name.StartsWith("module.", StringComparison.Ordinal));
        return stored.ToDictionary(pair => OldDenseLayer().Replace(wrapped ? pair.Key["module.".Length..] : pair.Key, "$1$2"), pair => pair.Value);
    }

    private static string Hint(IEnumerable<string> names) =>
        names.FirstOrDefault() is { } first ? $"; its first tensor is '{first}'" : "";

    [GeneratedRegex(@"(denselayer\d+\.(?:norm|relu|conv))\.(?=[12]\.)([12])")]
    private static partial Regex OldDenseLayer();
}
