namespace TorchSharp;

// What a program asks of tensors that may be complex. Those of this engine are real: each is its own conjugate and its own real part.
public static partial class torch
{
    /// <summary>The tensor itself under another handle, for it is real.</summary>
    public static Tensor conj(Tensor input) => Given(input).conj();

    /// <summary>The tensor itself under another handle, for it is real.</summary>
    public static Tensor conj_physical(Tensor input) => Given(input).conj_physical();

    /// <summary>The tensor itself, for it is real.</summary>
    public static Tensor conj_physical_(Tensor input) => Given(input).conj_physical_();

    /// <summary>The tensor itself under another handle, for it is real.</summary>
    public static Tensor real(Tensor input) => Given(input).real;

    /// <summary>Whether a conjugation is pending: no, for a real tensor.</summary>
    public static bool is_conj(Tensor input) => Given(input).is_conj();

    /// <summary>Whether a change of sign is pending, as a tensor without dimensions: no, for a real tensor.</summary>
    public static Tensor is_neg(Tensor input) => Given(input).is_neg();

    /// <summary>The tensor itself under another handle, for no conjugation is pending.</summary>
    public static Tensor resolve_conj(Tensor input) => Given(input).resolve_conj();

    /// <summary>The tensor itself under another handle, for no change of sign is pending.</summary>
    public static Tensor resolve_neg(Tensor input) => Given(input).resolve_neg();

    public partial class Tensor
    {
        /// <summary>The tensor itself under another handle, for it is real.</summary>
        public Tensor conj() => alias();

        /// <summary>The tensor itself under another handle, for it is real.</summary>
        public Tensor conj_physical() => alias();

        /// <summary>The tensor itself, for it is real.</summary>
        public Tensor conj_physical_() => this;

        /// <summary>The tensor itself under another handle, for it is real.</summary>
        public Tensor real => alias();

        /// <summary>Whether a conjugation is pending: no, for a real tensor.</summary>
        public bool is_conj() => false;

        /// <summary>Whether a change of sign is pending: no, for a real tensor.</summary>
        public bool is_neg() => false;

        /// <summary>The tensor itself under another handle, for no conjugation is pending.</summary>
        public Tensor resolve_conj() => alias();

        /// <summary>The tensor itself under another handle, for no change of sign is pending.</summary>
        public Tensor resolve_neg() => alias();
    }
}
