using Handhaving.AppHost.Local.Commands;
using Handhaving.AppHost.Local.Doctor;
using Handhaving.AppHost.Local.Instances;

namespace Aspire.Hosting;

/// <summary>The application as modelled; running it sets the exit code of the process.</summary>
public sealed class DistributedApplication
{
    private readonly ApplicationBuilder _model;

    internal DistributedApplication(ApplicationBuilder model) => _model = model;

    public static IDistributedApplicationBuilder CreateBuilder(string[] args)
    {
        var repository = RepositoryRoot.Find();
        return new ApplicationBuilder(AppHostOptions.Parse(args), GivenValues.Read(args), Path.Combine(repository, "apphost"));
    }

    // The signature is Aspire's; at the top of a console program there is nothing to deadlock with.
    public void Run() => RunAsync(CancellationToken.None).GetAwaiter().GetResult();

    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        using var stop = new StopSignals(cancellationToken);
        var options = PortRange.Checked(_model.Options, _model.Resources);
        Environment.ExitCode = options.Verb switch
        {
            AppHostVerb.Help => options.PrintUsage(),
            AppHostVerb.Doctor => await Examination.RunAsync(_model, stop.Token),
            _ => await ApplicationRun.RunAsync(_model, stop),
        };
    }
}
