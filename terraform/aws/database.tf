# History. What is lost of it since the last backup is counted again from the log: the offsets that it was read up to are
# stored beside the counts.

resource "aws_db_subnet_group" "history" {
  name       = var.project
  subnet_ids = local.in_tier["data"]
}

resource "aws_db_parameter_group" "history" {
  name   = "${var.project}-postgres17"
  family = "postgres17"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
}

resource "aws_db_instance" "history" {
  identifier     = var.project
  engine         = "postgres"
  engine_version = "17"
  instance_class = var.database_size
  multi_az       = var.database_standby

  db_name             = "edm"
  username            = "edm"
  password_wo         = ephemeral.aws_secretsmanager_secret_version.database.secret_string
  password_wo_version = var.secrets_version

  allocated_storage     = var.database_storage
  max_allocated_storage = 5 * var.database_storage
  storage_type          = "gp3"
  storage_encrypted     = true
  kms_key_id            = aws_kms_key.edm.arn

  db_subnet_group_name   = aws_db_subnet_group.history.name
  vpc_security_group_ids = [aws_security_group.part["database"].id]
  publicly_accessible    = false
  parameter_group_name   = aws_db_parameter_group.history.name

  backup_retention_period   = var.backup_days
  copy_tags_to_snapshot     = true
  delete_automated_backups  = false
  deletion_protection       = var.deletion_protection
  skip_final_snapshot       = false
  final_snapshot_identifier = "${var.project}-last"

  auto_minor_version_upgrade = true
}
