namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value from outside: given by the environment or the command line, or a secret that is generated once and kept.</summary>
public sealed class ParameterResource(string name, bool secret) : Resource(name)
{
    public bool Secret => secret;

    internal string? Value { get; set; }

    internal string Required => Value
        ?? throw new DistributedApplicationException($"Parameter '{Name}' has no value. Give it: --Parameters:{Name}=VALUE, or Parameters__{Name.Replace('-', '_')} in the environment.");
}
