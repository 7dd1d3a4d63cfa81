using EdmShopper.Commands;
using EdmShopper.Verify;

var shoppers = PartyCommand.Create(TimeProvider.System);
shoppers.Subcommands.Add(TruthCommand.Create());
shoppers.Subcommands.Add(VerifyCommand.Create());
return await CommandRun.RunAsync(shoppers, args);
