namespace Handhaving.Capacity.Rostering.Problem;

/// <summary>Who stands on a roster: the name of a person (medewerker) within one problem.</summary>
public readonly record struct EmployeeName(string Value)
{
    public override string ToString() => Value;
}
