using TorchSharp.Kernels.Resample;
using static TorchSharp.torch;
using Engine = TorchSharp.Core.Ops;

namespace TorchSharp.Tests.Kernels;

public unsafe class GridSampleTests
{
    public static TheoryData<GridSampleMode, GridSamplePaddingMode, bool, int, int> Cases
    {
        get
        {
            var cases = new TheoryData<GridSampleMode, GridSamplePaddingMode, bool, int, int>();
            foreach (var mode in Enum.GetValues<GridSampleMode>())
                foreach (var padding in Enum.GetValues<GridSamplePaddingMode>())
                    foreach (var corners in new[] { false, true })
                        foreach (var (channels, points) in new[] { (1, 5), (3, 9), (8, 8), (19, 13), (37, 3) })
                            cases.Add(mode, padding, corners, channels, points);
            return cases;
        }
    }

    // Positions between the pixels, far outside, and now and then on a pixel.
    private static (Tensor Images, Tensor Grid) Given(int channels, int points, ScalarType dtype)
    {
        var random = new Random(channels);
        var images = tensor(Enumerable.Range(0, 2 * channels * 7 * 6).Select(_ => random.NextDouble() - 0.5).ToArray(), [2, channels, 7, 6]);
        var grid = tensor(Enumerable.Range(0, 2 * points * 11 * 2).Select(i => i % 17 == 0 ? random.Next(-2, 3) / 2.0 + 0.01 : random.NextDouble() * 3.4 - 1.7).ToArray(), [2, points, 11, 2]);
        return (images.to(dtype).requires_grad_(), grid.to(dtype).requires_grad_());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_kernel_gives_what_the_steps_give_and_their_gradients(GridSampleMode mode, GridSamplePaddingMode padding, bool corners, int channels, int points)
    {
        var (images, grid) = Given(channels, points, float64);
        var shape = new GridShape(2, channels, 7, 6, points, 11, mode, padding, corners);
        var steps = Engine.GridSampleInSteps(shape, images, grid);
        var weights = arange(steps.numel(), dtype: float64).mul(0.37).sin().view(steps.shape);
        steps.backward([weights]);
        var (dx, dg) = (images.grad!, grid.grad);
        (images.grad, grid.grad) = (null, null);
        var kernel = Engine.GridSample(shape, images, grid);
        kernel.backward([weights]);
        Assert.True(kernel.allclose(steps, 1e-12, 1e-12));
        Assert.True(images.grad!.allclose(dx, 1e-12, 1e-12));
        Assert.True(grid.grad!.allclose(dg ?? zeros_like(grid), 1e-12, 1e-12));

        var (singles, places) = Given(channels, points, float32);
        var single = Engine.GridSample(shape, singles, places);
        single.backward([weights.to(float32)]);
        Assert.True(single.to(float64).allclose(kernel, 1e-4, 1e-4));
        Assert.True(singles.grad!.to(float64).allclose(images.grad!, 1e-4, 1e-4));
        Assert.True(places.grad!.to(float64).allclose(grid.grad!, 1e-3, 2e-4));
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        var threads = get_num_threads();
        // 200 channels are several blocks.
        var (images, grid) = Given(200, 29, float32);
        var shape = new GridShape(2, 200, 7, 6, 29, 11, GridSampleMode.Bilinear, GridSamplePaddingMode.Zeros, false);
        try
        {
            var results = new[] { 1, 2, 5 }.Select(n =>
            {
                set_num_threads(n);
                (images.grad, grid.grad) = (null, null);
                var y = Engine.GridSample(shape, images, grid);
                y.backward([y.detach()]);
                return new[] { y.detach(), images.grad!, grid.grad! };
            }).ToArray();
            foreach (var other in results.Skip(1))
                for (var i = 0; i < 3; i++) Assert.Equal(results[0][i].data<float>().ToArray(), other[i].data<float>().ToArray());
        }
        finally
        {
            set_num_threads(threads);
        }
    }

    [Fact]
    public void What_lies_outside_is_zero_and_not_zero_times_infinity()
    {
        var images = full([1, 1, 2, 2], float.PositiveInfinity);
        var far = Engine.GridSample(new GridShape(1, 1, 2, 2, 1, 2, GridSampleMode.Bilinear, GridSamplePaddingMode.Zeros, false), images, tensor(new float[] { 5, 5, -1e30f, 3 }, [1, 1, 2, 2]));
        Assert.Equal([0f, 0f], far.data<float>().ToArray());
    }
}
