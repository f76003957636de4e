using Aspire.Hosting;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Running;

// Keeps one set of servers for all test processes of a run: started by the first of them, ended with the last.
// Arguments: --instance NAME --lease PID. See Handhaving.Testing/Servers.
var options = AppHostOptions.Parse(args) with { EndsWithParent = false };
// The tests' servers are always private: a connection string in the environment is not meant for them.
var builder = new ApplicationBuilder(options, new GivenValues(new Dictionary<string, string>()), RepositoryRoot.Find());
builder.AddServersForTests();
using var stop = new StopSignals(CancellationToken.None);
return await ApplicationRun.RunAsync(builder, stop);
