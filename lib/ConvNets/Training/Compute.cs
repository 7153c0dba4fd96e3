// Where nets are trained and tested: on the CPU, or on a GPU where TorchSharp finds one that works. A net is lent to the device for
// the time of the work and comes home to where it was, so that the code around it need not know.

using ConvNets.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace ConvNets.Training;

/// <summary>The device of training and testing.</summary>
public static class Compute
{
    /// <summary>The environment variable that names the device where nobody chose one: cpu, cuda or auto.</summary>
    public const string Variable = "COURSE_DEVICE";

    private static readonly Lock s_choice = new();
    private static Device? s_device;

    /// <summary>The device; the environment's choice, or auto, until <see cref="Use"/> is called.</summary>
    /// <exception cref="DeviceException">The environment asks for a device that is not there.</exception>
    public static Device Device
    {
        get
        {
            lock (s_choice)
            {
                return s_device ??= Chosen();
            }
        }
    }

    private static Device Chosen()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } named)
        {
            return Choose("auto");
        }

        try
        {
            return Choose(named);
        }
        catch (DeviceException refusal)
        {
            throw new DeviceException($"The variable {Variable} is \"{named}\". {refusal.Message}");
        }
    }

    /// <summary>Chooses the device of this process and of the processes that it starts.</summary>
    /// <param name="name">cpu, cuda (or cuda:1 for the second GPU), or auto, which prefers a GPU that works.</param>
    /// <exception cref="DeviceException">There is no such device, or it does not work.</exception>
    public static void Use(string name)
    {
        var device = Choose(name);
        lock (s_choice)
        {
            s_device = device;
        }

        Environment.SetEnvironmentVariable(Variable, name);
    }

    /// <summary>Finds a device by name and tries it.</summary>
    /// <exception cref="DeviceException">There is no such device, or it does not work.</exception>
    public static Device Choose(string name)
    {
        var word = name.Trim().ToLowerInvariant();
        if (word == "cpu")
        {
            return CPU;
        }

        var index = 0;
        if (word is not ("auto" or "cuda") && !(word.StartsWith("cuda:", StringComparison.Ordinal) && int.TryParse(word.AsSpan(5), out index) && index >= 0))
        {
            throw new DeviceException($"There is no device \"{name}\"; use cpu, cuda or auto.");
        }

        var refusal = Refusal(index);
        return refusal is null ? new Device(DeviceType.CUDA, index) : word == "auto" ? CPU : throw new DeviceException(refusal);
    }

    /// <summary>Puts a net on the device until the result is disposed; then it returns to the device that it came from.</summary>
    /// <param name="model">Its parameters and buffers are moved, all together.</param>
    public static IDisposable Lend(nn.Module model)
    {
        var home = HomeOf(model);
        return home.type == Device.type && (home.type == DeviceType.CPU || home.index == Device.index) ? Stay.Put : new Loan(model, home, Device);
    }

    /// <summary>The images and labels of a batch where a net is; the batch itself where it is already there.</summary>
    /// <remarks>A copy to a GPU runs beside the CPU: it is queued in pinned memory, and what uses it waits on the GPU alone.</remarks>
    public static Batch Bring(this Batch batch, nn.Module model)
    {
        var place = HomeOf(model);
        return batch.Images.device_type == place.type
            ? batch
            : new Batch(Queue(batch.Images, place), Queue(batch.Labels, place), batch.Indices);
    }

    private static Tensor Queue(Tensor values, Device place)
    {
#if !EMBEDDED
        if (place.type == DeviceType.CUDA)
        {
            // The allocator keeps the pinned copy until the GPU has fetched it.
            using var pinned = values.pin_memory();
            return pinned.to(place, non_blocking: true);
        }
#endif
        return values.to(place);
    }

    private static Device HomeOf(nn.Module model) =>
        model.parameters().Select(p => p.device).Concat(model.buffers().Select(b => b.device)).FirstOrDefault(d => d.type != DeviceType.META) ?? CPU;

    private static string? Refusal(int index)
    {
#if EMBEDDED
        return $"The embedded engine computes on the CPU; build with -p:Torch=cuda to train on GPU {index}, or use --device cpu.";
#else
        try
        {
            if (!cuda.is_available())
            {
                return "TorchSharp finds no GPU that it can use; check the driver with nvidia-smi and that the build has -p:Torch=cuda, or use --device cpu.";
            }

            if (index >= cuda.device_count())
            {
                return $"There is no GPU {index}: TorchSharp finds {cuda.device_count()}; use --device cuda:0.";
            }

            // The switches that TorchSharp offers: sums in float32 over factors rounded to 10 bits, which halves the time of a step.
            backends.cudnn.allow_tf32 = true;
            backends.cuda.matmul.allow_tf32 = true;
            using var scope = NewDisposeScope();
            using var _ = no_grad();
            var place = new Device(DeviceType.CUDA, index);
            return nn.functional.conv2d(ones([1, 1, 4, 4], device: place), ones([1, 1, 3, 3], device: place)).sum().item<float>() == 36
                ? null
                : $"GPU {index} computes a convolution wrongly; use --device cpu.";
        }
        catch (Exception e) when (e is System.Runtime.InteropServices.ExternalException or NotSupportedException or DllNotFoundException or TypeInitializationException)
        {
            return $"GPU {index} does not work ({e.Message.Split('\n')[0].TrimEnd('.')}); use --device cpu.";
        }
#endif
    }

    private sealed class Loan : IDisposable
    {
        private readonly nn.Module model;
        private readonly Device home;

        public Loan(nn.Module model, Device home, Device place)
        {
            (this.model, this.home) = (model, home);
            model.to(place);
        }

        public void Dispose() => model.to(home);
    }

    private sealed class Stay : IDisposable
    {
        public static readonly Stay Put = new();

        public void Dispose()
        {
        }
    }
}

/// <summary>A device that is not there or does not work; the message says what to do.</summary>
public sealed class DeviceException(string message) : Exception(message);
