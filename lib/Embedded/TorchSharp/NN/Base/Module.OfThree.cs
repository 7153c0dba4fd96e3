namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What can be called with three inputs.</summary>
        public interface IModule<T1, T2, T3, TResult>
        {
            TResult call(T1 input1, T2 input2, T3 input3);
        }

        /// <summary>
        /// A module of three inputs. A subclass writes <see cref="forward"/>; a user invokes <see cref="call"/>, which runs the hooks.
        /// </summary>
        public abstract class Module<T1, T2, T3, TResult>
            : HookableModule<Func<Module<T1, T2, T3, TResult>, T1, T2, T3, (T1, T2, T3)?>, Func<Module<T1, T2, T3, TResult>, T1, T2, T3, TResult, TResult>>,
                IModule<T1, T2, T3, TResult>
        {
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module computes. Calling it directly passes over the hooks.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3);

            /// <summary>Runs the pre-hooks, <see cref="forward"/> and the hooks.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3)
            {
                RequireInput(input1);
                foreach (var hook in module_pre_hooks.Values)
                {
                    hook(this);
                }

                foreach (var hook in pre_hooks.Values)
                {
                    var modified = hook(this, input1, input2, input3);
                    if (modified.HasValue)
                    {
                        (input1, input2, input3) = modified.Value;
                    }
                }

                var result = forward(input1, input2, input3);
                foreach (var hook in post_hooks.Values)
                {
                    var modified = hook(this, input1, input2, input3, result);
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
