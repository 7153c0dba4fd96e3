namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// Switches of libraries for NVIDIA's GPUs. This engine has none of these libraries: the switches start where PyTorch's do and keep
    /// what they are set to.
    /// </summary>
    public static partial class backends
    {
        public static partial class cuda
        {
            private static bool s_flash = true;
            private static bool s_math = true;

            /// <summary>Whether attention may use the fused kernel.</summary>
            public static bool flash_sdp_enabled() => s_flash;

            public static void enable_flash_sdp(bool enable) => s_flash = enable;

            /// <summary>Whether attention may be computed operation by operation.</summary>
            public static bool math_sdp_enabled() => s_math;

            public static void enable_math_sdp(bool enable) => s_math = enable;

            public static partial class matmul
            {
                /// <summary>Whether products of float32 matrices may round their factors to TensorFloat-32.</summary>
                public static bool allow_tf32 { get; set; }

                /// <summary>Whether sums in products of float16 matrices may be kept in float16.</summary>
                public static bool allow_fp16_reduced_precision_reduction { get; set; } = true;
            }
        }

        public static partial class cudnn
        {
            /// <summary>Whether convolutions of float32 may round their factors to TensorFloat-32.</summary>
            public static bool allow_tf32 { get; set; } = true;
        }
    }
}
