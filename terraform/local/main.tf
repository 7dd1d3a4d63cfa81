# The stack of docker-compose.yml on this machine's Docker engine: terraform init && terraform apply. Compose finds out what
# differs from what runs and changes that alone; here is said when to ask it.

locals {
  root = abspath("${path.module}/../..")

  # Whatever an image is made of: another byte in it, and they are built anew.
  sources = setunion(
    [for file in fileset(local.root, "src/**") : file if !startswith(file, "src/EdmWeb/wwwroot/lib/") && !strcontains(file, ".db")],
    ["global.json", "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt", ".editorconfig", ".dockerignore"],
  )

  # By the names that docker-compose.yml has for them.
  settings = {
    EDM_WEB_PORT      = tostring(var.web_port)
    EDM_RELAY_PORT    = tostring(var.relay_port)
    EDM_OPEN          = tostring(nonsensitive(var.viewer_key == null))
    EDM_TIME_ZONE     = var.time_zone
    EDM_DEMO_SHOPPERS = tostring(var.demo_shoppers)
  }
  key = var.viewer_key == null ? "" : var.viewer_key
}

# Stands for everything that Docker holds under the project's name, and takes it away.
resource "terraform_data" "project" {
  input            = { name = var.project, stack = "${path.module}/stack" }
  triggers_replace = var.project

  provisioner "local-exec" {
    when        = destroy
    command     = "${self.output.stack} down"
    environment = { COMPOSE_PROJECT_NAME = self.output.name }
  }
}

resource "terraform_data" "images" {
  triggers_replace = [terraform_data.project.id, sha256(join("", [for file in local.sources : filesha256("${local.root}/${file}")]))]

  provisioner "local-exec" {
    command     = "${path.module}/stack build"
    environment = { COMPOSE_PROJECT_NAME = var.project }
  }
}

# Replaced, which ends nothing, whenever Compose has something to bring about. Of the key the state holds a hash alone.
resource "terraform_data" "up" {
  triggers_replace = [terraform_data.images.id, filesha256("${local.root}/docker-compose.yml"), local.settings, nonsensitive(sha256(local.key))]

  provisioner "local-exec" {
    command     = "${path.module}/stack up"
    environment = merge(local.settings, { COMPOSE_PROJECT_NAME = var.project, EDM_VIEWER_KEY = nonsensitive(local.key), PATIENCE = tostring(var.patience) })
  }
}
