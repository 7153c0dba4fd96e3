using TorchSharp;
using static TorchSharp.torch;

namespace Tests.NN;

public class Saved_tensors
{
    private static void WithFile(Action<string> use)
    {
        var path = Path.Combine(Path.GetTempPath(), $"tensor-{Guid.NewGuid():N}.pt");
        try
        {
            use(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_tensor_comes_back_with_its_type_shape_and_elements()
        => WithFile(path =>
        {
            foreach (var tensor in (Tensor[])[arange(6, float32).view(2, 3), arange(300), ones([2, 0], float64), zeros([], int32), arange(6).view(2, 3).t() > 2])
            {
                save(tensor, path);
                using var back = load(path);
                Assert.Equal(tensor.dtype, back.dtype);
                Assert.Equal(tensor.shape, back.shape);
                Assert.True(tensor.equal(back).all().item<bool>());
            }
        });

    /// <summary>Golden/tensor.pt: torch.jit.save by PyTorch 1.13 of a module with one parameter "0", as libtorch's torch::save writes it.</summary>
    [Fact]
    public void A_file_of_libtorch_is_read()
    {
        using var tensor = load(GoldenFile.Find("tensor.pt"));
        Assert.Equal([2L, 3], tensor.shape);
        Assert.Equal([0f, 1, 2, 3, 4, 5], tensor.data<float>().ToArray());
    }

    [Fact]
    public void Another_file_is_refused_in_one_sentence()
        => WithFile(path =>
        {
            File.WriteAllText(path, "no zip");
            Assert.Contains("is not a file of one tensor", Assert.Throws<InvalidDataException>(() => load(path)).Message);
            save(ones(100), path);
            File.WriteAllBytes(path, File.ReadAllBytes(path)[..^200]);
            Assert.Contains("is not a file of one tensor", Assert.Throws<InvalidDataException>(() => load(path)).Message);
        });

    [Fact]
    public void A_record_of_one_tensor_comes_back()
    {
        using var stream = new MemoryStream();
        var writer = new BinaryWriter(stream);
        using var transposed = arange(6).view(2, 3).t().contiguous();
        transposed.Save(writer);
        stream.Position = 0;
        using var back = TensorExtensionMethods.Load(new BinaryReader(stream));
        Assert.Equal([0L, 3, 1, 4, 2, 5], back.data<long>().ToArray());
    }
}
