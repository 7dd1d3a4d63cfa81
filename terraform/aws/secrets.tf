# Passwords are drawn while Terraform applies and go straight to Secrets Manager: neither plan nor state ever has one. What
# needs one elsewhere reads it back from there, so that all have the same, even when an apply stops halfway.

resource "aws_kms_key" "edm" {
  description             = "${var.project}: secrets, log and history. MSK takes no secret under a key of AWS's own"
  enable_key_rotation     = true
  deletion_window_in_days = 30
}

resource "aws_kms_alias" "edm" {
  name          = "alias/${var.project}"
  target_key_id = aws_kms_key.edm.key_id
}

locals {
  secrets = {
    viewer_key   = "${var.project}/viewer-key"
    kafka        = "AmazonMSK_${var.project}"
    database     = "${var.project}/database"
    database_url = "${var.project}/database-url"
  }
}

resource "aws_secretsmanager_secret" "kept" {
  for_each                = local.secrets
  name                    = each.value
  kms_key_id              = aws_kms_key.edm.arn
  recovery_window_in_days = var.deletion_protection ? 30 : 0
}

# Made anew with every version, and unknown until then: so nothing is drawn for a plan.
resource "terraform_data" "draw" {
  input            = { letters = 40 }
  triggers_replace = var.secrets_version
}

# Letters and digits alone: they stand in a URL and in JSON as they are.
ephemeral "aws_secretsmanager_random_password" "drawn" {
  for_each            = toset(["viewer_key", "kafka", "database"])
  provider            = aws.passwords
  password_length     = terraform_data.draw.output.letters
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret_version" "viewer_key" {
  secret_id                = aws_secretsmanager_secret.kept["viewer_key"].id
  secret_string_wo         = var.viewer_key == null ? ephemeral.aws_secretsmanager_random_password.drawn["viewer_key"].random_password : var.viewer_key
  secret_string_wo_version = var.secrets_version
}

resource "aws_secretsmanager_secret_version" "kafka" {
  secret_id                = aws_secretsmanager_secret.kept["kafka"].id
  secret_string_wo         = jsonencode({ username = "edm", password = ephemeral.aws_secretsmanager_random_password.drawn["kafka"].random_password })
  secret_string_wo_version = var.secrets_version
}

resource "aws_secretsmanager_secret_version" "database" {
  secret_id                = aws_secretsmanager_secret.kept["database"].id
  secret_string_wo         = ephemeral.aws_secretsmanager_random_password.drawn["database"].random_password
  secret_string_wo_version = var.secrets_version
}

ephemeral "aws_secretsmanager_secret_version" "database" {
  provider  = aws.passwords
  secret_id = aws_secretsmanager_secret_version.database.arn
}

# As history wants it: all in one text.
resource "aws_secretsmanager_secret_version" "database_url" {
  secret_id                = aws_secretsmanager_secret.kept["database_url"].id
  secret_string_wo         = "postgres://${aws_db_instance.history.username}:${ephemeral.aws_secretsmanager_secret_version.database.secret_string}@${aws_db_instance.history.endpoint}/${aws_db_instance.history.db_name}?sslmode=require"
  secret_string_wo_version = var.secrets_version
}
