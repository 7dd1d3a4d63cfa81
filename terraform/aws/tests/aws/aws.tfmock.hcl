# What AWS would say of what it makes: the ARNs are what other parts are told.

mock_data "aws_availability_zones" {
  defaults = { names = ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d"] }
}
mock_resource "aws_cloudwatch_log_group" {
  defaults = { arn = "arn:aws:logs:us-east-1:123456789012:log-group:x" }
}
mock_resource "aws_db_instance" {
  defaults = { endpoint = "edm.x.us-east-1.rds.amazonaws.com:5432" }
}
mock_resource "aws_ecr_repository" {
  defaults = { arn = "arn:aws:ecr:us-east-1:123456789012:repository/x", repository_url = "123456789012.dkr.ecr.us-east-1.amazonaws.com/x" }
}
mock_resource "aws_ecs_cluster" {
  defaults = { id = "arn:aws:ecs:us-east-1:123456789012:cluster/edm", arn = "arn:aws:ecs:us-east-1:123456789012:cluster/edm" }
}
mock_resource "aws_ecs_task_definition" {
  defaults = { arn = "arn:aws:ecs:us-east-1:123456789012:task-definition/x:1" }
}
mock_resource "aws_iam_role" {
  defaults = { arn = "arn:aws:iam::123456789012:role/x" }
}
mock_resource "aws_kms_key" {
  defaults = { arn = "arn:aws:kms:us-east-1:123456789012:key/x", key_id = "x" }
}
mock_resource "aws_lb" {
  defaults = { arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/x/1", dns_name = "edm-1.elb.amazonaws.com" }
}
mock_resource "aws_lb_listener" {
  defaults = { arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/x/1/2" }
}
mock_resource "aws_lb_target_group" {
  defaults = { arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/x/1" }
}
mock_resource "aws_msk_cluster" {
  defaults = { arn = "arn:aws:kafka:us-east-1:123456789012:cluster/edm/1", bootstrap_brokers_sasl_scram = "b-1.x:9096,b-2.x:9096,b-3.x:9096" }
}
mock_resource "aws_msk_configuration" {
  defaults = { arn = "arn:aws:kafka:us-east-1:123456789012:configuration/edm/1", latest_revision = 1 }
}
mock_resource "aws_secretsmanager_secret" {
  defaults = { arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:x", id = "arn:aws:secretsmanager:us-east-1:123456789012:secret:x" }
}
mock_resource "aws_service_discovery_service" {
  defaults = { arn = "arn:aws:servicediscovery:us-east-1:123456789012:service/x" }
}

# Not before it is applied: what is read back from it would be asked for.
mock_resource "aws_secretsmanager_secret_version" {
  override_during = apply
}
