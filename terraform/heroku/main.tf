# The demo on Heroku: four apps, Kafka, and a database. Each app is built from all of the sources, and EDM_SERVICE tells the
# Procfile which of the services it is, since only a process by the name of web is sent requests.

locals {
  root     = abspath("${path.module}/../..")
  services = { relay = "EdmRelay", stream = "EdmStream", stats = "EdmStats", web = "EdmWeb" }
  on_kafka = toset(["stream", "stats"])

  # The router's addresses are Heroku's own affair, and private ones; nobody else reaches a dyno.
  router = "10.0.0.0/8,172.16.0.0/12,192.168.0.0/16"

  # Behind the name that was chosen stand twelve characters that Heroku chooses: addresses are asked for, not put together.
  address = { for name, app in heroku_app.service : name => trimsuffix(app.web_url, "/") }

  settings = {
    relay  = {}
    stream = {}
    stats  = {}
    web = {
      Web__Relay        = local.address.relay
      Web__Stream       = local.address.stream
      Web__Stats        = local.address.stats
      Web__TimeZone     = var.time_zone
      Web__DemoShoppers = tostring(var.demo_shoppers)
    }
  }
}

resource "heroku_app" "service" {
  for_each   = local.services
  name       = "${var.project}-${each.key}"
  region     = var.region
  stack      = "heroku-24"
  buildpacks = ["heroku/nodejs", "heroku/dotnet"]
}

resource "heroku_addon" "kafka" {
  app_id = heroku_app.service["relay"].id
  plan   = "heroku-kafka:${var.kafka_plan}"
}

resource "heroku_addon_attachment" "kafka" {
  for_each = local.on_kafka
  app_id   = heroku_app.service[each.key].id
  addon_id = heroku_addon.kafka.id
  name     = "KAFKA"
}

resource "heroku_addon" "database" {
  app_id = heroku_app.service["stats"].id
  plan   = "heroku-postgresql:${var.database_plan}"
}

resource "heroku_app_config_association" "service" {
  for_each = local.services
  app_id   = heroku_app.service[each.key].id
  vars     = merge({ EDM_SERVICE = each.value, Access__KnownProxies = local.router }, local.settings[each.key])
}

# What the CLI alone can do: topics, consumer groups, and the viewers' key, which no state holds.
resource "terraform_data" "prepared" {
  triggers_replace = [
    heroku_addon.kafka.id, values(heroku_app.service)[*].id, var.retention, var.live_retention, filesha256("${path.module}/prepare"),
  ]

  provisioner "local-exec" {
    command     = "${path.module}/prepare"
    environment = { PROJECT = var.project, RETENTION = var.retention, LIVE_RETENTION = var.live_retention }
  }

  depends_on = [heroku_addon_attachment.kafka]
}

data "archive_file" "sources" {
  type        = "tar.gz"
  source_dir  = local.root
  output_path = "${path.module}/.terraform/sources.tar.gz"
  excludes = [
    ".git", ".git/**", ".ci/**", "artifacts/**", "docs/**", "deploy/**", "examples/**", "terraform/**", "**/node_modules/**",
    "**/bin/**", "**/obj/**", "src/EdmWeb/wwwroot/lib/**", "**/*.db*",
  ]
}

# Another byte in the sources, and all four are built anew. Behind each build comes the Procfile's release: tables first.
resource "heroku_build" "service" {
  for_each = local.services
  app_id   = heroku_app.service[each.key].id

  source {
    path    = data.archive_file.sources.output_path
    version = data.archive_file.sources.output_sha256
  }

  depends_on = [heroku_addon.database, heroku_app_config_association.service, terraform_data.prepared]
}

resource "heroku_formation" "service" {
  for_each   = local.services
  app_id     = heroku_app.service[each.key].id
  type       = "web"
  quantity   = try(var.dynos[each.key].quantity, 1)
  size       = try(var.dynos[each.key].size, "basic")
  depends_on = [heroku_build.service]
}
