namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What can be called with one input.</summary>
        public interface IModule<T, TResult>
        {
            TResult call(T input1);
        }

        /// <summary>
        /// A module of one input. A subclass writes <see cref="forward"/>; a user invokes <see cref="call"/>, which runs the hooks.
        /// </summary>
        public abstract class Module<T, TResult>
            : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>,
                IModule<T, TResult>
        {
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module computes. Calling it directly passes over the hooks.</summary>
            public abstract TResult forward(T input);

            /// <summary>Runs the pre-hooks, <see cref="forward"/> and the hooks.</summary>
            public TResult call(T input)
            {
                RequireInput(input);
                foreach (var hook in module_pre_hooks.Values)
                {
                    hook(this);
                }

                foreach (var hook in pre_hooks.Values)
                {
                    var modified = hook(this, input);
                    if (modified is not null)
                    {
                        input = modified;
                    }
                }

                var result = forward(input);
                foreach (var hook in post_hooks.Values)
                {
                    var modified = hook(this, input, result);
                    if (modified is not null)
                    {
                        result = modified;
                    }
                }

                foreach (var hook in module_post_hooks.Values)
                {
                    hook(this);
                }

                return result;
            }
        }
    }
}
