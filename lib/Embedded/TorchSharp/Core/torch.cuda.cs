namespace TorchSharp;

public static partial class torch
{
    /// <summary>What programs ask of a GPU before they choose a device. This engine computes on the CPU.</summary>
    public static partial class cuda
    {
        /// <summary>Whether there is a GPU to compute on: build with -p:Torch=cuda for one.</summary>
        public static bool is_available() => false;

        public static bool is_cudnn_available() => false;

        public static int device_count() => 0;

        /// <summary>Seeds the GPU, of which there is none: nothing happens, as in PyTorch.</summary>
        public static void manual_seed(long seed)
        {
        }

        /// <summary>Seeds all GPUs, of which there are none: nothing happens, as in PyTorch.</summary>
        public static void manual_seed_all(long seed)
        {
        }

        /// <exception cref="InvalidOperationException">There is no GPU to wait for.</exception>
        public static void synchronize(Device? device = null) => InitializeDevice(device ?? new Device(DeviceType.CUDA));
    }
}
