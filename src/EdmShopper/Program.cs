using EdmShopper.Commands;

var shoppers = PartyCommand.Create(TimeProvider.System);
shoppers.Subcommands.Add(TruthCommand.Create());
return await CommandRun.RunAsync(shoppers, args);
