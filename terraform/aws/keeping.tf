# What is kept, and how long.

variable "backup_days" {
  description = "For how many days the database can be brought back to any moment."
  type        = number
  default     = 14

  validation {
    condition     = var.backup_days >= 1 && var.backup_days <= 35
    error_message = "backup_days is 1 to 35."
  }
}

variable "log_days" {
  description = "How long the services' logs are kept, in days."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400], var.log_days)
    error_message = "log_days is one of those that CloudWatch has: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365 or 400."
  }
}

variable "deletion_protection" {
  description = "Whether the database and the balancer refuse to be destroyed, and deleted secrets can be had back for 30 days."
  type        = bool
  default     = true
}
