# Write-only attributes came with Terraform 1.11.
terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = { project = var.project }
  }
}

# The same once more, for passwords alone: terraform test has no stand-in for what is never kept.
provider "aws" {
  alias  = "passwords"
  region = var.region
}
