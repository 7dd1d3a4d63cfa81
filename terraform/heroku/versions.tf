terraform {
  required_version = ">= 1.9"

  required_providers {
    heroku  = { source = "heroku/heroku", version = "~> 5.3" }
    archive = { source = "hashicorp/archive", version = "~> 2.7" }
  }
}

# The key to the platform comes from the environment, HEROKU_API_KEY. What the add-ons and the script put on the apps,
# passwords among it, stays out of the state.
provider "heroku" {
  customizations {
    set_app_all_config_vars_in_state = false
    set_addon_config_vars_in_state   = false
  }
}
