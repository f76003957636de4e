using Aspire.Hosting;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Servers;

namespace Handhaving.AppHost.Local.Doctor;

/// <summary>Looks whether this machine can run the application, and prints a fix for each line that fails.</summary>
internal static class Examination
{
    private const int Failed = 1;

    public static async Task<int> RunAsync(ApplicationBuilder model, CancellationToken cancellation)
    {
        var instance = new Instance(RepositoryRoot.Find(), model.Options.Instance);
        var findings = await FindAsync(model, instance, cancellation);
        foreach (var finding in findings)
        {
            Console.WriteLine($"{(finding.Fails ? "FAIL" : "ok"),-5} {finding.Subject,-16} {finding.Says}");
            if (finding.Fails)
                Console.WriteLine($"      {"",-16} fix: {finding.Fix}");
        }
        return ExitCodeOf(findings);
    }

    public static int ExitCodeOf(IReadOnlyList<Finding> findings) => findings.Any(finding => finding.Fails) ? Failed : 0;

    private static async Task<IReadOnlyList<Finding>> FindAsync(ApplicationBuilder model, Instance instance, CancellationToken cancellation)
    {
        var mayInstall = await new PackageTool(Path.Combine(instance.Logs, "install.log")).MayInstallAsync(cancellation);
        return
        [
            await ProgramFindings.SdkAsync(instance.Repository, cancellation),
            .. ProgramFindings.Tools(["setsid", "setpriv"]),
            .. ServerPackage.NeededBy(model.Resources).Select(package => ProgramFindings.Server(package, mayInstall)),
            .. PortFindings.Of(model, instance),
            MachineFindings.Disk(instance.Repository, new DriveInfo(instance.Repository).AvailableFreeSpace),
            MachineFindings.Clock(TimeProvider.System.GetUtcNow(), File.GetLastWriteTimeUtc(typeof(Examination).Assembly.Location)),
            MachineFindings.TimeZone(),
        ];
    }
}
