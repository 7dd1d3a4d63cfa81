output "shop" {
  description = "The shop."
  value       = "http://localhost:${var.web_port}/"
}

output "dashboard" {
  description = "What the shop is doing right now."
  value       = "http://localhost:${var.web_port}/dashboard"
}

output "relay" {
  description = "Where other senders post their events."
  value       = "http://localhost:${var.relay_port}/events"
}
