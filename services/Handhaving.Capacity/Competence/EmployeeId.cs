namespace Handhaving.Capacity.Competence;

/// <summary>A person on a roster (medewerker).</summary>
public readonly record struct EmployeeId(string Value)
{
    public override string ToString() => Value;
}
