output "shop" {
  description = "The shop."
  value       = "https://${var.domain}/"
}

output "dashboard" {
  description = "What the shop is doing right now."
  value       = "https://${var.domain}/dashboard"
}

output "relay" {
  description = "Where other senders post their events."
  value       = "https://${var.domain}/events"
}

output "balancer" {
  description = "Where the domain's name must lead, unless zone_id had it made."
  value       = aws_lb.edm.dns_name
}

output "viewer_key" {
  description = "Where the key of the viewers is kept: aws secretsmanager get-secret-value --secret-id … --query SecretString --output text"
  value       = aws_secretsmanager_secret.kept["viewer_key"].name
}

output "images" {
  description = "Where each service's image is pushed to."
  value       = { for name, repository in aws_ecr_repository.service : name => repository.repository_url }
}
